import type { County } from './county.ts';
import { writeBenefitRosters } from './files/benefits.ts';
import { writeMeans } from './files/means.ts';
import { Output } from './files/output.ts';
import { writePayments } from './files/payment-files.ts';
import { writeLedgers } from './files/process.ts';
import { writeRegisters } from './files/registers.ts';
import { writeDibaoRosters, writeEdge } from './files/rosters.ts';
import { writeVulnerable } from './files/vulnerable.ts';

/** Things that lie about in every shared folder and are not data. */
function writeOddities(out: Output): void {
  out.bytes(
    '民政局/~$低保退出台账.xlsx',
    Buffer.concat([Buffer.from([5]), Buffer.from('wangxiao'.padEnd(164, ' '))]),
  );
  out.bytes(
    '民政局/关于开展专项整治的通知.pdf',
    Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  );
}

/** Writes every department's files under the folder; returns how many. */
export async function writeFiles(county: County, folder: string): Promise<number> {
  const out = new Output(folder);
  await writeDibaoRosters(county, out);
  await writeEdge(county, out);
  await writeBenefitRosters(county, out);
  await writeLedgers(county, out);
  await writeRegisters(county, out);
  await writeMeans(county, out);
  await writeVulnerable(county, out);
  await writePayments(county, out);
  writeOddities(out);
  return out.count;
}
