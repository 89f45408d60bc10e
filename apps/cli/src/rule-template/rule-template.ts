import { families, type RuleFamily } from './families.ts';

/**
 * The page a new rule begins with: every section there, a query that runs, one example that fires and one that stays
 * silent. It is a draft: it runs in shadow until its author sets the status to active.
 */
export function ruleTemplate(id: string, family: RuleFamily): string {
  const { side } = families[family];
  return `---
id: ${id}
title: { zh: 规则名称（写在这里）, en: Name of the rule (write it here) }
family: ${family}
schemes: [dibao]
# 最高级别：info 信息提示 · suspect 疑点 · serious 严重疑点
maxSeverity: suspect
# draft 试运行 · active 启用 · retired 停用
status: draft
# person · household · account · village · town · unit · official
subject: person
side: ${side}
basis:
  - { instrument: ORDER649, article: 第十三条, from: '2014-05-01' }
seed: []
# 参数名: 为什么需要
parameters: {}
# 没有就不能运行的数据集
needs: [payment]
evidence:
  months_paid: { zh: 发放月数, en: Months paid, type: int }
summary:
  zh: '{name} 共发放 {months_paid} 个月，{amount}'
  en: '{name} was paid for {months_paid} months, {amount}'
innocent:
  - { zh: 写出一种清白的解释, en: Write down one innocent explanation }
outcomes: [continue, stop]
---

# 规则名称

## 查什么

用一两句话写明查什么，使镇里的经办人能看懂。

EN: One or two sentences that a township officer understands.

## 为什么可能是误报

逐条写明哪些情形是清白的。

EN: The situations in which nothing is wrong.

## 怎样核实

先看什么材料、问谁、到哪里看。

EN: What to look at first, whom to ask, where to go.

## 查询

\`\`\`sql
select p.person_key as subject_key, 'suspect' as severity,
       min(m.benefit_month) as period_from, max(m.benefit_month) as period_to,
       sum(m.amount_fen) as amount_fen, NULL as tier,
       list(m.row_key order by m.row_key) as sources,
       count(*) as months_paid
from payment_month m
join person p using (person_key)
where m.benefit_month <= as_of()
group by p.person_key
having count(*) > 2
\`\`\`

## 示例

### 发放三个月，产生疑点

截至 2022-07-31

| person.person_key | person.name |
| ----------------- | ----------- |
| 张三              | 张三        |

| payment_month.person_key | payment_month.benefit_month | payment_month.amount_fen |
| ------------------------ | --------------------------- | ------------------------ |
| 张三                     | 2022-04                     | 420元                    |
| 张三                     | 2022-05                     | 420元                    |
| 张三                     | 2022-06                     | 420元                    |

**疑点**

| subject_key | severity | period_from | period_to | amount_fen | months_paid |
| ----------- | -------- | ----------- | --------- | ---------- | ----------- |
| 张三        | suspect  | 2022-04     | 2022-06   | 1260元     | 3           |

### 发放两个月，不产生疑点

截至 2022-07-31

| person.person_key | person.name |
| ----------------- | ----------- |
| 李四              | 李四        |

| payment_month.person_key | payment_month.benefit_month | payment_month.amount_fen |
| ------------------------ | --------------------------- | ------------------------ |
| 李四                     | 2022-05                     | 420元                    |
| 李四                     | 2022-06                     | 420元                    |

**无疑点**
`;
}
