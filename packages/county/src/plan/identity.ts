import { checkCharacter, fifteenDigits, oneWrongDigit } from '../citizen-number.ts';
import { about, type County } from '../county.ts';
import { fullWidth } from '../damage.ts';
import { hukouRow, makeDibao, member } from '../households.ts';
import { plainPay } from '../model.ts';
import { addRecipient } from '../recipients.ts';

function badNumber(county: County, id: string, index: number): string {
  if (index % 3 === 1) return `${id.slice(0, 10)}1332${id.slice(14)}`;
  if (index % 3 === 2) return id.slice(0, 17);
  return oneWrongDigit(county.random, id);
}

/** IDQ-01: a paid person whose number fails validation everywhere it is written. */
export function planInvalidNumbers(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const household = makeDibao(county, { size: 1 });
    const shown = badNumber(county, household.head.id, i);
    household.head.shown = shown;
    household.hukou = false;
    const { name, village } = household.head;
    const subject = {
      kind: 'person',
      idNumber: shown,
      subjectName: name,
      town: village.town,
      village: village.name,
    } as const;
    county.plant(
      'IDQ-01',
      { ...subject, householdHeadId: shown, anyOf: [household.head.id] },
      '名册与发放明细同为错号，近三个月仍发放',
    );
  }
  const old = makeDibao(county, { size: 1 });
  old.head.shown = fifteenDigits(old.head.id);
  county.decoy('IDQ-01', about(old.head, old.head), '15位旧号，可换算');
  const wide = makeDibao(county, { size: 1 });
  wide.head.shown = fullWidth(wide.head.id);
  county.decoy('IDQ-01', about(wide.head, wide.head), '全角数字，归一化后有效');
  const first17 = `83000019880412${county.random.int(100, 900)}`;
  const resident = {
    ...county.person({ sex: '女', birthOn: '1988-04-12' }),
    id: first17 + checkCharacter(first17),
  };
  resident.shown = resident.id;
  const household = makeDibao(county, { size: 2, company: 'children' });
  household.members.push(member(resident, '配偶', 34));
  household.size += 1;
  household.insured += 1;
  household.income += 1;
  household.amount = (household.scheme === 'urban' ? 760 : 581) * household.size - household.income;
  county.decoy('IDQ-01', about(resident, household.head), '港澳台居民居住证号码');
}

/** IDQ-02: placeholders and empty numbers of people who are paid. */
export function planPlaceholders(county: County): void {
  const placeholders = ['371399000000000000', null, '111111111111111111'];
  for (let i = 0; i < county.perRule; i += 1) {
    const household = makeDibao(county, { size: 1 });
    household.head.shown = placeholders[i % 3] ?? null;
    household.hukou = false;
    const { name, village } = household.head;
    county.plant(
      'IDQ-02',
      { kind: 'person', subjectName: name, town: village.town, village: village.name },
      '占位号或空号，仍在发放',
    );
  }
  for (let i = 0; i < 2; i += 1) {
    const household = makeDibao(county, { size: 3 });
    const baby = county.person({ birthOn: county.day(1, 4 + i), livesWith: household.head });
    baby.shown = null;
    household.members.push({ ...member(baby, '子', 0), employment: '学龄前' });
    household.size += 1;
    household.insured += 1;
    household.amount += household.scheme === 'urban' ? 760 : 581;
    const { name, village } = baby;
    const subject = { kind: 'person', subjectName: name, town: village.town, village: village.name } as const;
    county.decoy(
      'IDQ-02',
      { ...subject, householdHeadId: household.head.id },
      '新生儿尚未上户，本人不是领款人',
    );
  }
}

/** IDQ-03: one number under two different names, both paid. */
export function planSharedNumbers(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const household = makeDibao(county, { size: 1 });
    const other = county.person({ age: [82, 88] });
    other.shown = household.head.id;
    addRecipient(county, { person: other, programme: 'elder', kind: '80-89', basic: 100 });
    county.plant('IDQ-03', about(household.head, household.head), `同号另有姓名${other.name}，两人均在发放`);
  }
  const variants: readonly [string, string, string][] = [
    ['付', '傅', '姓氏异写'],
    ['闫', '阎', '姓氏异写'],
  ];
  for (const [plain, variant, why] of variants) {
    const household = makeDibao(county, { size: 1, head: county.person({ surname: plain, age: [40, 57] }) });
    const twin = { ...household.head, name: variant + household.head.name.slice(1) };
    addSubsidy(county, twin);
    county.decoy('IDQ-03', about(household.head, household.head), why);
  }
  const renamed = makeDibao(county, { size: 1 });
  const before = county.person({ village: renamed.head.village, sex: renamed.head.sex }).name;
  addSubsidy(county, { ...renamed.head, name: before });
  renamed.hukou = false;
  county.add('hukou', {
    ...hukouRow(renamed.head, renamed.hukouNo, renamed.head, '户主'),
    former_name: before,
  });
  county.decoy('IDQ-03', about(renamed.head, renamed.head), '曾用名，户籍信息载明');
}

function addSubsidy(county: County, person: Parameters<typeof about>[0]): void {
  const disability = { kind: 4, grade: 3 };
  addRecipient(county, {
    person,
    programme: 'disability',
    kind: '生活补贴',
    basic: 120,
    disability,
    isDibao: true,
  });
}

/** IDQ-04: the same person twice in one programme. */
export function planTwiceInProgramme(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const household = makeDibao(county, { size: 1, age: [40, 57] });
    const elsewhere = county.places.villages.filter(
      (village) => village.town !== household.head.village.town,
    );
    const village = county.random.pick(elsewhere);
    const again = {
      ...household.head,
      village,
      address: `${village.town}${village.name}`,
      account: county.account(),
    };
    if (i % 3 === 2) again.shown = fifteenDigits(again.id);
    if (i % 3 === 0) {
      const host = makeDibao(county, { size: 2, village, company: 'children' });
      host.members.push(member(again, '兄弟', 45));
      host.size += 1;
      host.insured += 1;
      host.amount += host.scheme === 'urban' ? 760 : 581;
      host.hukou = false;
    } else {
      makeDibao(county, { size: 1, head: again }).hukou = false;
    }
    county.plant(
      'IDQ-04',
      about(household.head, household.head),
      `另在${village.town}${village.name}重复登记`,
    );
  }
  for (let i = 0; i < 2; i += 1) {
    const household = makeDibao(county, { size: 1, started: county.back(5 + i) });
    const before = makeDibao(county, {
      size: 1,
      head: { ...household.head, village: county.village() },
      started: county.back(30),
    });
    before.status = '停保';
    before.hukou = false;
    before.pay = { ...plainPay(), until: household.started };
    county.decoy('IDQ-04', about(household.head, household.head), '迁居前的一条已停保，月份不重叠');
  }
  const namesake = makeDibao(county, { size: 1 });
  makeDibao(county, { size: 1, head: county.person({ name: namesake.head.name, sex: namesake.head.sex }) });
  county.decoy('IDQ-04', about(namesake.head, namesake.head), '仅同名，号码不同');
}

/** IDQ-08: a cadre's phone written for many households. */
export function planSharedPhones(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const village = county.ruralVillage();
    const cadre = county.person({ village });
    county.add('committee', {
      name: cadre.name,
      id_number: cadre.id,
      sex: cadre.sex,
      ...term(county, village),
      phone: cadre.phone,
    });
    const heads = [];
    for (let k = 0; k < 6; k += 1) {
      const household = makeDibao(county, { size: 1, village });
      household.phone = cadre.phone;
      if (k === 0) household.pay.accountName = cadre.name;
      if (k === 0) household.pay.accountNo = cadre.account;
      heads.push(household.head.id);
    }
    const place = { town: village.town, village: village.name };
    county.plant(
      'IDQ-08',
      { kind: 'phone', subjectName: cadre.phone, ...place, anyOf: [...heads, cadre.id] },
      '六户共用村干部电话，其中一户由其收款',
    );
  }
  const village = county.ruralVillage();
  const phone = county.phone();
  for (let k = 0; k < 4; k += 1) {
    const household = makeDibao(county, { size: 1, village });
    household.phone = phone;
    county.decoy('IDQ-08', about(household.head, household.head), '四户共用一个电话，未达五户');
  }
}

function term(county: County, village: { town: string; name: string }) {
  return {
    ...{ town: village.town, village: village.name, political: '中共党员', post: '村委会副主任' },
    ...{ term_from: county.day(16, 1), term_to: null, session: '2021届', pay: 1500 },
  };
}

/** IDQ-10: paid without being on any roster; suspended and returned cases explain themselves. */
export function planRosterGaps(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const ghost = makeDibao(county, { size: 1, started: county.back(3) });
    ghost.listed = false;
    ghost.hukou = false;
    county.plant('IDQ-10', about(ghost.head), '近四个月发放，名册、退出台账均无此人');
  }
  for (let i = 0; i < 2; i += 1) {
    const suspended = makeDibao(county, { size: 1, started: county.back(24) });
    suspended.status = '暂停';
    suspended.pay.until = county.back(2);
    county.decoy('IDQ-10', about(suspended.head, suspended.head), '已暂停待遇，未发放相符');
    const late = makeDibao(county, { size: 1, started: county.back(-1) });
    county.decoy('IDQ-10', about(late.head, late.head), '截止日后批准，下月起发');
  }
}
