/** A small but whole rule page for the tests of the loader. */
export const samplePage = `---
id: INC-01
title: { zh: 死亡人员继续领取, en: Payment after death }
family: INC
schemes: [dibao, tekun]
maxSeverity: serious
status: active
subject: person
side: wrong_inclusion
basis:
  - { instrument: ORDER649, article: 第十三条, from: '2014-05-01' }
seed: [S2-2.4]
parameters:
  death.tolMonths: 死亡后仍可发放的月数
needs: [cremation, payment]
enriches:
  pension: { zh: 可用养老停发时间补充, en: Adds deaths known from pensions }
evidence:
  died_on: { zh: 死亡日期, en: Date of death, type: date }
  months_paid: { zh: 死亡后发放月数, en: Months paid after death, type: int }
summary:
  zh: '{name} {died_on} 死亡后又发放 {months_paid} 个月，{amount}'
  en: '{name} died on {died_on}; paid for {months_paid} months after, {amount}'
innocent:
  - { zh: 死亡登记录入错误, en: Wrong entry }
outcomes: [reduce, stop]
---

# 死亡人员继续领取

## 查什么

救助对象死亡后，资金仍然发放。
EN: Money is still paid after death.

## 为什么可能是误报

死亡登记录入错误。

EN: A wrong entry.

## 怎样核实

看死亡证明。

EN: See the certificate.

## 查询

\`\`\`sql
select p.person_key as subject_key,
       case when count(*) > param('death.tolMonths') + 2 then 'serious' else 'suspect' end as severity,
       min(b.benefit_month) as period_from, max(b.benefit_month) as period_to,
       sum(b.amount_fen) as amount_fen, NULL as tier, list(b.row_key order by b.row_key) as sources,
       any_value(d.died_on) as died_on, count(*) as months_paid
from payment_month b
join person p using (person_key)
join death d using (person_key)
where months_between(d.died_on, b.benefit_month) > param('death.tolMonths') and b.benefit_month <= as_of()
group by all
\`\`\`

## 示例

### 死亡后又领了两个月，产生疑点

截至 2022-07-31，地区 500151

| person.person_key | death.person_key | death.died_on |
| ----------------- | ---------------- | ------------- |
| 张三              | 张三             | 2022-03-10    |

| payment_month.person_key | payment_month.benefit_month | payment_month.amount_fen |
| ------------------------ | --------------------------- | ------------------------ |
| 张三                     | 2022-04                     | 420元                    |
| 张三                     | 2022-05                     | 420.50元                 |
| 张三                     | 2022-06                     | 42000                    |

**疑点**

| subject_key | severity | months_paid | tier |
| ----------- | -------- | ----------- | ---- |
| 张三        | suspect  | 2           |      |

### 次月发放在宽限之内，不产生疑点

| death.person_key | death.died_on | person.person_key |
| ---------------- | ------------- | ----------------- |
| 李四             | 2022-03-10    | 李四              |

| payment_month.person_key | payment_month.benefit_month |
| ------------------------ | --------------------------- |
| 李四                     | 2022-06                     |

| parameter.name  | parameter.value |
| --------------- | --------------- |
| death.tolMonths | 3               |

**无疑点**
`;
