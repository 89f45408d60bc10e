/**
 * The kinds of register pairs and every error rate, as data. Rates are probabilities per row (per village where it says
 * so), made up by judgement, not measured on any real register.
 *
 *   people   make-up of the population
 *   left     errors of the office's own roster; right: of the departmental list
 *   right.absent  columns that list does not have
 */

/** Shares in the population. clan: people of the village's main surname; generation: boys with the clan's character. */
const people = {
  clan: 0.45,
  generation: 0.4,
  minority: 0.02,
  rare: 0.006,
  twins: 0.012,
  doubles: 0,
  juniors: 0.002,
  namesakes: 0.01,
  sharedPhone: 0.4,
};

const noErrors = {
  /** One of these happens to the number of a row; they exclude each other. */
  number: {},
  /** Share of villages whose whole column of numbers went through a spreadsheet. */
  villages: { truncated: 0, scientific: 0 },
  /** Spelling around a number that stays right: blanks, full width, quotes, × for X. */
  spelling: 0,
  /** One of these happens to a name. */
  name: {},
  /** Spelling of a minority name and of rare characters. */
  minority: { dots: 0.2, respelt: 0, cut12: 0, cut20: 0, oneCharacter: 0 },
  rareLost: 0,
  place: { villageMissing: 0, wrongTown: 0, wrongVillage: 0 },
  birth: { missing: 0, dayOff: 0, yearOff: 0, swapped: 0, firstOfJanuary: 0 },
  sex: { missing: 0, wrong: 0 },
  /** Share of rows in which these columns are filled. */
  filled: { head: 0.9, phone: 0.7, account: 0.95, address: 0.6 },
};

const lightErrors = {
  ...noErrors,
  number: { missing: 0.012, oneWrong: 0.004, swapped: 0.002, twoWrong: 0.0005, other: 0.001, old15: 0.001 },
  spelling: 0.02,
  name: {
    soundAlike: 0.004,
    lookAlike: 0.002,
    traditional: 0.001,
    blanks: 0.005,
    note: 0.003,
    dropped: 0.0005,
  },
  minority: { dots: 0.4, respelt: 0.01, cut12: 0.01, cut20: 0, oneCharacter: 0.005 },
  rareLost: 0.1,
  place: { villageMissing: 0.02, wrongTown: 0.002, wrongVillage: 0.003 },
  birth: { missing: 0.02, dayOff: 0.001, yearOff: 0.001, swapped: 0.0005, firstOfJanuary: 0.001 },
  sex: { missing: 0.01, wrong: 0.002 },
};

const damage = {
  ...noErrors,
  number: {
    missing: 0.045,
    oneWrong: 0.012,
    swapped: 0.006,
    old15: 0.006,
    scientific: 0.002,
    truncated: 0.004,
    twoWrong: 0.002,
    other: 0.002,
    longer: 0.001,
    shorter: 0.001,
    masked: 0.001,
  },
  villages: { truncated: 0.025, scientific: 0.003 },
  spelling: 0.06,
  name: {
    soundAlike: 0.01,
    lookAlike: 0.004,
    traditional: 0.006,
    dropped: 0.003,
    blanks: 0.02,
    note: 0.008,
    twoPeople: 0.002,
    latin: 0.003,
  },
  minority: { dots: 0.7, respelt: 0.03, cut12: 0.02, cut20: 0.01, oneCharacter: 0.01 },
  rareLost: 0.3,
  place: { villageMissing: 0.1, wrongTown: 0.05, wrongVillage: 0.02 },
  birth: { missing: 0.25, dayOff: 0.004, yearOff: 0.004, swapped: 0.002, firstOfJanuary: 0.004 },
  sex: { missing: 0.05, wrong: 0.005 },
  filled: { head: 0, phone: 0.4, account: 0, address: 0.5 },
};

const withNumber = (side, number) => ({ ...side, number: { ...side.number, ...number } });

export const kinds = {
  clean: {
    people,
    overlap: 0.9,
    left: noErrors,
    right: { ...noErrors, spelling: 0.005, filled: damage.filled, absent: [] },
  },
  damaged: { people, overlap: 0.9, left: lightErrors, right: { ...damage, absent: [] } },
  'no-id': {
    people,
    overlap: 0.9,
    left: lightErrors,
    right: { ...withNumber(damage, { missing: 0.4 }), absent: ['联系电话', '家庭住址'] },
  },
  'no-id-left': {
    people,
    overlap: 0.9,
    left: withNumber(lightErrors, { missing: 0.4 }),
    right: { ...damage, absent: ['家庭住址'] },
  },
  minority: {
    people: { ...people, minority: 0.7, rare: 0.12 },
    overlap: 0.9,
    left: lightErrors,
    right: {
      ...withNumber(damage, { missing: 0.15 }),
      minority: { dots: 0.8, respelt: 0.06, cut12: 0.05, cut20: 0.05, oneCharacter: 0.02 },
      rareLost: 0.5,
      absent: ['家庭住址'],
    },
  },
  'one-surname': {
    people: { ...people, clan: 0.96, generation: 0.85, namesakes: 0.04, juniors: 0.01 },
    overlap: 0.9,
    left: lightErrors,
    right: { ...withNumber(damage, { missing: 0.25 }), absent: ['家庭住址'] },
  },
  twins: {
    people: { ...people, twins: 0.12, doubles: 0.03, juniors: 0.1, namesakes: 0.05 },
    overlap: 0.9,
    left: lightErrors,
    right: { ...withNumber(damage, { missing: 0.1 }), absent: [] },
  },
  relatives: {
    people: { ...people, sharedPhone: 0.95 },
    overlap: 0.9,
    left: {
      ...withNumber(lightErrors, { spouse: 0.01 }),
      filled: { head: 1, phone: 0.9, account: 1, address: 0 },
    },
    right: {
      ...withNumber(damage, { missing: 0.08, spouse: 0.03, other: 0.006 }),
      filled: { head: 0, phone: 0.85, account: 0, address: 0.8 },
      absent: [],
    },
  },
  none: { people, overlap: 0, left: lightErrors, right: { ...damage, absent: [] } },
};
