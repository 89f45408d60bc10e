import { defineWorkflow } from './workflow.ts';

const posters = ['villageAide', 'townCaseworker', 'townLead'] as const;
const desk = ['townCaseworker', 'townLead', 'countyCaseworker', 'countyLead'] as const;
const postedOn = { kind: 'on', zh: '张贴日期', en: 'Posted on' } as const;
const place = { kind: 'text', zh: '张贴地点', en: 'Place' } as const;

/**
 * 公示: one case on a sheet. Cases posted together share the number of the sheet and go on by themselves, so an objection
 * sends back the objected case only. The period cannot be cut short: its end is the clock's, an objection rejected lets
 * the rest of it run, and only then is the sheet taken down on record. Anybody may object, without a name too.
 */
export const publicNotice = defineWorkflow({
  id: 'publicNotice',
  title: { zh: '公示', en: 'Public notice' },
  source: 'domain §6.7, §7.7 · S1-3.2 · M57 第十九条 · M43 第十五条、第二十六条',
  subject: 'household',
  start: 'draft',
  recuseKin: true,
  opening: {
    by: desk,
    asks: {
      kind: {
        kind: 'choice',
        zh: '种类',
        en: 'Kind',
        choices: {
          townResult: { zh: '乡镇审核公示', en: 'Result of the town' },
          countyResult: { zh: '县级审批公示', en: 'Result of the county' },
          termination: { zh: '终止供养公示', en: 'End of support' },
        },
      },
      reNoticeDays: {
        kind: 'count',
        zh: '异议后再次公示天数',
        en: 'Days of a second posting after an objection',
        stated: { parameter: 'objection.reNoticeDays' },
        optional: true,
      },
    },
  },
  states: {
    draft: { zh: '拟公示', en: 'Draft' },
    posted: { zh: '已制发', en: 'Sheet made' },
    inPeriod: { zh: '公示中', en: 'On the board' },
    periodOver: { zh: '公示期满', en: 'Period over' },
    objection: { zh: '有异议', en: 'Objected to' },
    investigating: { zh: '复查中', en: 'Looked into again' },
    reResult: { zh: '复查有结果', en: 'New result' },
    rePosted: { zh: '再次公示中', en: 'On the board again' },
    ended: { zh: '已结束', en: 'Ended' },
    objectionUpheld: { zh: '异议成立', en: 'Objection upheld', end: true },
    archived: { zh: '已归档', en: 'Archived', end: true },
  },
  actions: {
    post: {
      zh: '制发公示单',
      en: 'Make the sheet',
      from: ['draft'],
      to: 'posted',
      by: desk,
      asks: { sheetNo: { kind: 'text', zh: '公示单编号', en: 'Number of the sheet' } },
      issues: 'public-notice-sheet',
    },
    recordPosting: {
      zh: '登记张贴',
      en: 'Record the posting',
      from: ['posted'],
      to: 'inPeriod',
      by: posters,
      needs: ['postingProof'],
      asks: { place, postedOn },
      basis: 'S1-3.2 包村干部在村公示栏公示',
    },
    endPeriod: { zh: '公示期满', en: 'Period over', from: ['inPeriod'], to: 'periodOver', by: ['clock'] },
    recordObjection: {
      zh: '登记异议',
      en: 'Record an objection',
      from: ['posted', 'inPeriod', 'periodOver', 'rePosted'],
      to: 'objection',
      by: [...desk, 'petitionOfficer'],
      needs: ['objection'],
      asks: { isAnonymous: { kind: 'yesno', zh: '匿名', en: 'Without a name' } },
    },
    investigate: {
      zh: '重新核查',
      en: 'Look into it again',
      from: ['objection'],
      to: 'investigating',
      by: desk,
      opens: [
        { workflow: 'verification', sets: { isRecheck: true, isComplaint: true, severity: 'suspect' } },
      ],
    },
    recordReResult: {
      zh: '登记复查结果并答复',
      en: 'Record the new result and answer',
      from: ['investigating'],
      to: 'reResult',
      by: desk,
      after: [
        {
          workflow: 'verification',
          states: ['accepted'],
          tie: 'opened',
          zh: '重新核查已采信',
          en: 'The second verification is accepted',
        },
      ],
      needs: ['answerLetter'],
      reasoned: true,
    },
    upholdObjection: {
      zh: '异议成立，退回审核',
      en: 'Uphold the objection',
      from: ['reResult'],
      to: 'objectionUpheld',
      by: ['townLead', 'countyCaseworker', 'countyLead'],
      reasoned: true,
    },
    rePost: {
      zh: '再次公示',
      en: 'Post again',
      from: ['reResult'],
      to: 'rePosted',
      by: posters,
      needs: ['postingProof'],
      asks: { place, postedOn },
    },
    endRePosting: {
      zh: '再次公示期满',
      en: 'Second period over',
      from: ['rePosted'],
      to: 'periodOver',
      by: ['clock'],
    },
    goOn: {
      zh: '异议不成立，不再公示',
      en: 'Reject the objection, no second posting',
      from: ['reResult'],
      to: 'inPeriod',
      by: ['townLead', 'countyCaseworker', 'countyLead'],
      when: [
        {
          fact: 'reNoticeDays',
          in: ['0'],
          zh: '本地不要求再次公示',
          en: 'No second posting is asked for here',
        },
      ],
      reasoned: true,
    },
    end: {
      zh: '撤下并登记结束',
      en: 'Take down and record the end',
      from: ['periodOver'],
      to: 'ended',
      by: posters,
      needs: ['takeDownProof'],
      asks: { takenDownOn: { kind: 'on', zh: '撤下日期', en: 'Taken down on' } },
    },
    archive: { zh: '归档', en: 'Archive', from: ['ended'], to: 'archived', by: desk },
  },
  clocks: {
    period: {
      zh: '公示期',
      en: 'Period on the board',
      runsIn: ['inPeriod'],
      pausedIn: ['objection', 'investigating', 'reResult', 'periodOver'],
      limit: { parameter: 'clock.publicNotice' },
      then: 'endPeriod',
    },
    objection: {
      zh: '异议复查期限',
      en: 'Time to look into an objection',
      runsIn: ['objection', 'investigating'],
      limit: { parameter: 'objection.investigateDays' },
      then: 'escalate',
      remindDays: [3, 0],
    },
    again: {
      zh: '再次公示期',
      en: 'Second period on the board',
      runsIn: ['rePosted'],
      limit: { parameter: 'objection.reNoticeDays' },
      then: 'endRePosting',
    },
    takeDown: {
      zh: '撤下期限',
      en: 'Time to take down',
      runsIn: ['periodOver'],
      limit: { parameter: 'publicNotice.takeDownDays' },
      then: 'escalate',
    },
  },
});
