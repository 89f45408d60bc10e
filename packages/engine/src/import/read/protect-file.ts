import officeCrypto from 'officecrypto-tool';

/** The workbook with an opening password, as a spreadsheet program would save it. Test support. */
export const protectFile = (workbook: Buffer, password: string): Buffer =>
  officeCrypto.encrypt(workbook, { password });
