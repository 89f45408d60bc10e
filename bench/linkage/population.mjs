import { dayIndex, NumberOffice, yearOf } from './citizen-numbers.mjs';
import { generationCharacter, givenName, rareCharacters, surnames } from './han-names.mjs';
import { clanOf, fullName, ownName, uyghurFather } from './minority-names.mjs';
import { makePlaces } from './places.mjs';

const lastYear = 2022;

/**
 * People of a made-up county, household by household, village by village; nothing is kept but the village at hand.
 * Person: { surname, given, name, style, isMale, day (index), number, household, village }. Household: { people, head,
 * phone, account, house, village }; the first two people of a couple are `spouse` of each other.
 */
export class Population {
  #chance;
  #kind;
  #size;
  #office = new NumberOffice();
  #accounts = 0;
  /** People of the village at hand who may get a double or a namesake. */
  #neighbours = [];

  constructor(chance, kind, size) {
    this.#chance = chance;
    this.#kind = kind.people;
    this.#size = size;
    this.towns = makePlaces(chance, size, kind.people);
  }

  /** People in all. */
  get size() {
    return this.#size;
  }

  get villages() {
    return this.towns.flatMap(({ villages }) => villages);
  }

  *households() {
    const { villages } = this;
    const weight = villages.reduce((sum, { size }) => sum + size, 0);
    let made = 0;
    let due = 0;
    for (const [at, village] of villages.entries()) {
      due += (village.size / weight) * this.#size;
      const until = at === villages.length - 1 ? this.#size : Math.min(this.#size, Math.round(due));
      this.#neighbours = [];
      while (made < until) {
        const household = this.#household(village);
        household.people.length = Math.min(household.people.length, until - made);
        made += household.people.length;
        yield household;
      }
    }
  }

  #household(village) {
    const chance = this.#chance;
    const style = chance.hits(this.#kind.minority)
      ? chance.pick(['uyghur', 'uyghur', 'tibetan', 'yi'])
      : null;
    const surname = village.surnames.draw(chance) ?? surnames.draw(chance);
    const household = {
      village,
      people: [],
      head: null,
      phone: mobile(chance),
      account: `62${String(17_000_000_000_000 + this.#accounts++ * 977 + chance.below(900)).padStart(17, '0')}`,
      house: chance.between(1, 480),
      surname,
      style,
      clan: clanOf(chance, style),
    };
    const kind = chance.oneOf({ alone: 0.16, old: 0.16, parents: 0.34, three: 0.26 }) ?? 'lone';
    if (kind === 'alone') this.#adult(household, chance.between(1925, 1965), chance.hits(0.6), 0);
    if (kind === 'old') this.#couple(household, chance.between(1925, 1960));
    if (kind === 'parents') this.#family(household, chance.between(1958, 1995));
    if (kind === 'three') this.#threeGenerations(household);
    if (kind === 'lone') this.#family(household, chance.between(1955, 1992), chance.hits(0.5));
    household.head = household.people[0];
    for (const person of household.people) this.#remember(person);
    return household;
  }

  #threeGenerations(household) {
    const chance = this.#chance;
    const year = chance.between(1932, 1968);
    const [grandfather] = this.#couple(household, year);
    const grandson = this.#family(household, yearOf(grandfather.day) + chance.between(20, 30), null, 1);
    if (grandson !== undefined && chance.hits(this.#kind.juniors * 10)) rename(grandson, grandfather);
  }

  /** A couple of which the man is born about that year. */
  #couple(household, year, depth = 0) {
    const man = this.#adult(household, year, true, depth);
    const woman = this.#adult(household, year + this.#chance.between(-2, 5), false, depth, true);
    man.spouse = woman;
    woman.spouse = man;
    return [man, woman];
  }

  /**
   * Parents, or one of them (`isFather` true or false), and their children.
   * @returns the eldest boy, to whom a name can be handed down; undefined without one
   */
  #family(household, year, isFather = null, depth = 0) {
    const parent =
      isFather === null
        ? this.#couple(household, year, depth)[1]
        : this.#adult(household, year, isFather, depth);
    return this.#children(household, parent, depth);
  }

  #children(household, parent, depth) {
    const chance = this.#chance;
    const year = yearOf(parent.day);
    const shared = chance.hits(0.35) ? givenName(chance, year + 25, true, null)[0] : null;
    const father = uyghurFather(chance);
    let born = year + chance.between(19, 28);
    let eldest;
    for (let child = chance.between(0, year < 1965 ? 4 : 3); child > 0 && born <= lastYear; child -= 1) {
      const first = this.#child(household, born, shared, depth, father);
      if (first.isMale) eldest ??= first;
      if (chance.hits(this.#kind.twins)) this.#twin(household, first, shared, depth, father);
      born += chance.between(1, 5);
    }
    return eldest;
  }

  #child(household, born, shared, depth, father) {
    const isMale = this.#chance.hits(0.52);
    const day = dayIndex(born, this.#chance.below(365));
    return this.#add(household, { day, isMale, shared, depth: depth + 1, father });
  }

  #twin(household, first, shared, depth, father) {
    const isMale = this.#chance.hits(0.75) ? first.isMale : !first.isMale;
    const { given } = first;
    const common = [...given].length > 1 ? [...given][0] : shared;
    this.#add(household, { day: first.day, isMale, shared: common, depth: depth + 1, father });
  }

  #adult(household, year, isMale, depth, isWife = false) {
    const day = dayIndex(Math.min(year, lastYear), this.#chance.below(365));
    return this.#add(household, { day, isMale, shared: null, depth, father: null, isWife });
  }

  #add(household, { day, isMale, shared, depth, father, isWife = false }) {
    const chance = this.#chance;
    const { village, style } = household;
    const isOutsider = isWife || (!isMale && depth === 0);
    const surname = isOutsider ? surnames.draw(chance) : household.surname;
    const person = {
      isMale,
      day,
      household,
      village,
      style,
      surname,
      given: '',
      name: '',
      number: '',
      spouse: null,
    };
    this.#nameIt(person, shared, isOutsider, father);
    if (style === null && depth === 0) this.#copyNeighbour(person);
    person.number = this.#office.issue(chance, person.day, isMale, isOutsider);
    person.phone = chance.hits(this.#kind.sharedPhone) ? household.phone : mobile(chance);
    household.people.push(person);
    return person;
  }

  #nameIt(person, shared, isOutsider, father) {
    const chance = this.#chance;
    const { style, isMale, village } = person;
    const year = yearOf(person.day);
    if (style !== null) {
      person.given = ownName(chance, style, isMale);
      person.name = fullName(
        style,
        person.given,
        isOutsider ? clanOf(chance, style) : person.household.clan,
        father ?? uyghurFather(chance),
      );
      return;
    }
    const byClan = isMale && !isOutsider && year < 1998 && chance.hits(this.#kind.generation);
    const first = byClan ? generationCharacter(village.number, person.surname, year) : shared;
    person.given = givenName(chance, year, isMale, first);
    if (chance.hits(this.#kind.rare)) person.given = withRare(chance, person.given);
    person.name = person.surname + person.given;
  }

  /** Now and then somebody has name and day of birth of a neighbour, or name and about the age: another person. */
  #copyNeighbour(person) {
    const chance = this.#chance;
    const { doubles, namesakes } = this.#kind;
    // Only grown-ups come here, about half of all people: rates are meant for all.
    const what = chance.oneOf({ double: doubles * 2, namesake: namesakes * 2 });
    if (what === null || this.#neighbours.length < 20) return;
    for (let tries = 0; tries < 12; tries += 1) {
      const one = chance.pick(this.#neighbours);
      if (one.isMale !== person.isMale) continue;
      if (what === 'namesake' && Math.abs(yearOf(one.day) - yearOf(person.day)) > 25) continue;
      rename(person, one);
      if (what === 'double') person.day = one.day;
      if (person.isMale) person.household.surname = one.surname;
      return;
    }
  }

  #remember(person) {
    if (person.style !== null || yearOf(person.day) > 2000) return;
    if (this.#neighbours.length < 400) this.#neighbours.push(person);
    else this.#neighbours[this.#chance.below(400)] = person;
  }
}

function rename(person, like) {
  if (person.style !== null || like.style !== null) return;
  person.surname = like.surname;
  person.given = like.given;
  person.name = like.name;
}

function withRare(chance, given) {
  const rare = chance.pick(rareCharacters);
  const [first] = given;
  return [...given].length === 1 ? rare : first + rare;
}

/** A mobile phone number. */
export function mobile(chance) {
  return `1${chance.pick(['30', '31', '36', '38', '50', '51', '58', '82', '86', '87', '99'])}${String(chance.below(100_000_000)).padStart(8, '0')}`;
}

/** 0-17, 18-59, 60-79 or 80+ in 2026. */
export function ageBand(day) {
  const age = 2026 - yearOf(day);
  if (age < 18) return '0-17';
  if (age < 60) return '18-59';
  return age < 80 ? '60-79' : '80+';
}
