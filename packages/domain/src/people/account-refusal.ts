import { type Bilingual, type ErrorWords, UserError } from '../errors/user-error.ts';

const say = (zh: string, en: string): Bilingual => ({ zh, en });
const words = (what: Bilingual, why: Bilingual, remedy: Bilingual): ErrorWords => ({ what, why, remedy });
const askSecurity = say('请联系本单位的安全保密管理员。', 'Ask your security administrator.');

/** Everything accounts, sessions and appointments are refused for. `{x}` stands for a value that is no secret. */
const refusals = {
  // One answer for a name nobody has, a wrong password, a locked and a disabled account: it tells a guesser nothing.
  'ACC-101': words(
    say('登录未成功。', 'You are not signed in.'),
    say(
      '用户名或口令不对，或者账号因连续输错已暂时锁定，或者账号已停用。',
      'The user name or the password is wrong, or the account is locked for a while after wrong attempts, or it is disabled.',
    ),
    say(
      '请核对后再试；输错多次后须等锁定时间（{minutes} 分钟）过去，或请安全保密管理员解锁。',
      'Check both and try again; after several wrong attempts wait {minutes} minutes, or ask the security administrator to unlock the account.',
    ),
  ),
  'ACC-102': words(
    say('这个地址暂时不能登录。', 'Nobody can sign in from this address for a while.'),
    say('从这个地址登录失败的次数太多。', 'Too many logins from this address have failed.'),
    say(
      '请 {minutes} 分钟后再试，或联系系统管理员。',
      'Try again in {minutes} minutes, or ask the system administrator.',
    ),
  ),
  'ACC-103': words(
    say('验证码没有通过。', 'The code was not accepted.'),
    say(
      '验证码不对、已经用过、已过时，或登录已超时。',
      'It is wrong, already used or too old, or the login took too long.',
    ),
    say(
      '请等手机上出现下一个验证码再输入；手机不在身边可用恢复码。仍不行请重新登录。',
      'Enter the next code your telephone shows; without the telephone use a recovery code. If that fails, sign in again.',
    ),
  ),
  'ACC-107': words(
    say('初始口令已失效。', 'The first password is no longer good.'),
    say('初始口令须在 {days} 天内使用。', 'A first password must be used within {days} days.'),
    askSecurity,
  ),
  'ACC-108': words(
    say('当前口令不对。', 'The present password is wrong.'),
    say('更改登录方式须先证明是本人。', 'Changes to your login need proof that it is you.'),
    say('请重新输入当前口令。', 'Enter your present password again.'),
  ),
  'ACC-109': words(
    say('新口令不合要求：{faultsZh}。', 'The new password does not do: {faultsEn}.'),
    say('容易被猜到的口令保护不了群众的资料。', 'A password that is easily guessed protects nobody.'),
    say(
      '请换一个，例如由三四个不相干的词、数字和符号组成。',
      'Choose another, such as three or four unrelated words with digits and signs.',
    ),
  ),
  'ACC-110': words(
    say('这个口令以前用过。', 'You have used this password before.'),
    say('最近 {count} 个口令不能重复使用。', 'The latest {count} passwords may not be used again.'),
    say('请换一个没有用过的口令。', 'Choose one you have not used.'),
  ),
  'ACC-111': words(
    say('没有正在进行的绑定。', 'No authenticator is being set up.'),
    say('绑定须先开始，再用验证码确认。', 'Setting up begins first and is then confirmed with a code.'),
    say('请重新开始绑定。', 'Begin again.'),
  ),
  'ACC-112': words(
    say('没有启用单点登录。', 'Single sign-on is not in use here.'),
    say('系统没有设置单点登录的服务地址。', 'No provider is set.'),
    say('请用用户名和口令登录。', 'Sign in with user name and password.'),
  ),
  'ACC-113': words(
    say('单点登录未成功。', 'Single sign-on did not succeed.'),
    say(
      '对方没有确认，回复已过时，或者这个身份没有对应的在用账号。',
      'The provider did not vouch for you, its answer came too late, or no account in use belongs to you.',
    ),
    say(
      '请重新登录；如仍不行，请安全保密管理员核对账号的单点登录标识。',
      'Try again; if it fails, ask the security administrator to check the single sign-on identity of your account.',
    ),
  ),
  'ACC-114': words(
    say('初始设置没有进行。', 'Nothing was set up.'),
    say(
      '设置码不对或已用过，或者三名管理员已经设好。',
      'The set-up code is wrong or used, or the three administrators exist already.',
    ),
    say('请核对服务器首次启动时显示的设置码。', 'Check the code the server showed at its first start.'),
  ),
  'ACC-115': words(
    say('三名管理员须是三个不同的人。', 'The three administrators must be three people.'),
    say('系统、安全保密、审计三员分离。', 'System, security and audit are kept apart.'),
    say('请分别填写三个人的用户名和姓名；同名的请加区别。', 'Name three people; tell namesakes apart.'),
  ),
  'ACC-116': words(
    say('没有这个会话。', 'There is no such session.'),
    say('它已经结束，或者不是您能结束的。', 'It has ended, or it is not yours to end.'),
    say('请刷新列表。', 'Reload the list.'),
  ),
  'ACC-120': words(
    say('没有这个账号。', 'There is no such account.'),
    say('它不存在，或者不在您管理的地区。', 'It does not exist, or it is outside the area you look after.'),
    say('请刷新列表后再选。', 'Reload the list and choose again.'),
  ),
  'ACC-121': words(
    say('这个用户名已有人用。', 'This user name is taken.'),
    say('用户名在全系统内不能重复。', 'A user name belongs to one account only.'),
    say('请换一个，例如加上单位简称。', 'Choose another, for example with the short name of the office.'),
  ),
  'ACC-122': words(
    say('这个用户名不能用。', 'This user name cannot be used.'),
    say(
      '用户名由 2–40 个汉字、小写字母、数字、点、横线组成，不能是手机号、证件号、卡号。',
      'It has 2–40 Han characters, small letters, digits, dots and hyphens, and is no telephone, ID or card number.',
    ),
    say('请换一个。', 'Choose another.'),
  ),
  'ACC-123': words(
    say('不能停用自己的账号，也不能重置自己的登录。', 'You cannot disable or reset your own account.'),
    say('自己给自己办没有人监督。', 'Nobody would be watching.'),
    say('请另一名安全保密管理员办理。', 'Ask another security administrator.'),
  ),
  'ACC-124': words(
    say('不能给自己任命或撤销。', 'You cannot appoint yourself, nor end your own appointment.'),
    say('权限须由别人授予。', 'Rights are given by somebody else.'),
    say('请另一名安全保密管理员办理。', 'Ask another security administrator.'),
  ),
  'ACC-125': words(
    say(
      '不能同时担任“{roleZh}”和“{otherZh}”。',
      'One person may not be {roleEn} and {otherEn} at the same time.',
    ),
    say(
      '两个岗位互相监督（职责分离），任期有重叠。',
      'The two watch each other (separation of duties), and the periods overlap.',
    ),
    say(
      '请换人，或先结束另一项任命，或改任期。',
      'Choose another person, end the other appointment first, or change the period.',
    ),
  ),
  'ACC-126': words(
    say('没有这个地区。', 'There is no such area.'),
    say(
      '行政区划代码 {area} 不在本系统的区划表里。',
      'The division code {area} is not in the table of divisions.',
    ),
    say('请从区划表里选；村级须先录入。', 'Choose from the table; a village must be entered first.'),
  ),
  'ACC-127': words(
    say('任期不对。', 'The period is wrong.'),
    say(
      '起始日不能早于今天，结束日须晚于起始日。',
      'It begins today at the earliest and ends after it begins.',
    ),
    say('请改日期。', 'Change the dates.'),
  ),
  'ACC-128': words(
    say('这是最后一名安全保密管理员。', 'This is the last security administrator.'),
    say(
      '没有安全保密管理员，就没有人能开账号、解锁和任命。',
      'Without one nobody could open, unlock or appoint.',
    ),
    say('请先任命另一名（不设结束日）。', 'Appoint another one first, without an end.'),
  ),
  'ACC-129': words(
    say('这个地区不归您管理。', 'This area is not yours to look after.'),
    say(
      '只能在自己的管理地区内设单位、开账号、任命。',
      'Units, accounts and appointments are made within one’s own area only.',
    ),
    say('请上级的安全保密管理员办理。', 'Ask the security administrator of the level above.'),
  ),
  'ACC-130': words(
    say('没有这项任命，或者它已经结束。', 'There is no such appointment, or it has ended.'),
    say(
      '它已被撤销、已到期，或不在您管理的地区。',
      'It was revoked, has run out, or is outside the area you look after.',
    ),
    say('请刷新列表。', 'Reload the list.'),
  ),
  'ACC-131': words(
    say('没有这个单位。', 'There is no such unit.'),
    say('它不存在，或者不在您管理的地区。', 'It does not exist, or it is outside the area you look after.'),
    say('请先设立单位。', 'Make the unit first.'),
  ),
  'ACC-132': words(
    say('这个单点登录标识已属于另一个账号。', 'This single sign-on identity belongs to another account.'),
    say('一个标识只能对应一个账号。', 'One identity opens one account.'),
    say('请核对标识。', 'Check the identity.'),
  ),
  'ACC-133': words(
    say('不需要紧急越区查看。', 'There is no need to look outside your area.'),
    say('这个地区已在您的任命之内。', 'This area lies within your own appointment.'),
    say('请直接查看。', 'Look it up directly.'),
  ),
  'ACC-134': words(
    say('这个编号已用于另一项内容。', 'This id is already in use for something else.'),
    say('同一编号只能提交同一内容。', 'One id stands for one content.'),
    say('请刷新页面后重新填写。', 'Reload the page and fill it in again.'),
  ),
  'ACC-135': words(
    say('不能用这个岗位紧急越区查看。', 'This role does not let you look outside your area.'),
    say(
      '您没有这个岗位的在任任命，或者它不含越区查看。',
      'You do not hold it now, or it does not give that right.',
    ),
    say(
      '请用有此权限的岗位，或向上级申请任命。',
      'Use a role that has the right, or ask for an appointment.',
    ),
  ),
} as const satisfies Record<string, ErrorWords>;

export type AccountRefusalCode = keyof typeof refusals;

/** The refusal in words. Values are numbers, codes of places and names of roles: never a secret or a person's number. */
export function accountRefusal(
  code: AccountRefusalCode,
  values: Readonly<Record<string, string | number>> = {},
  options?: { cause?: unknown },
): UserError {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '…'));
  const both = (one: Bilingual): Bilingual => ({ zh: fill(one.zh), en: fill(one.en) });
  const { what, why, remedy } = refusals[code];
  return new UserError(code, { what: both(what), why: both(why), remedy: both(remedy) }, options);
}
