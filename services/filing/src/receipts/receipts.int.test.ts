import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReceiptFacts, ReceiptKeys } from '@beian/contracts/receipts.ts';
import type { Filer } from '@beian/service-kit/actor.ts';
import { aPersonalUser, aReviewer } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { addressIn, tokenIn } from '@beian/testkit/receipts.ts';
import { aFiling, as, json, named } from '@beian/testkit/registration.ts';
import { answered, awaitingRecipient, settleOutcome } from '@beian/testkit/transfer.ts';
import { receiptSigner } from './receipt-signer.ts';

const verifier = fileURLToPath(new URL('../../../../packages/verifier/verify-receipt.mjs', import.meta.url));
const holder: Filer = aPersonalUser();
const nobody = { kind: 'nobody' } as const;
let platform: TestPlatform;
let dir: string;
let number: string;
let pdf: Buffer;
let keys: ReceiptKeys;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'beian-receipts-'));
  platform = await aPlatform();
  number = await aFiling(platform, holder, aReviewer());
  const answer = await as(platform, holder).get(`/api/filings/${number}/receipt.pdf`);
  expect(answer.status).toBe(200);
  pdf = Buffer.from(await answer.arrayBuffer());
  keys = await json<ReceiptKeys>(await as(platform, nobody).get('/api/public/receipts/keys'));
  await writeFile(join(dir, 'keys.json'), JSON.stringify(keys));
});
afterAll(async () => {
  await platform.stop();
  await rm(dir, { recursive: true, force: true });
});

/** The verifier as its own process, in an empty folder, with nothing but Node. */
const verified = (given: string, keysFile = join(dir, 'keys.json')) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(process.execPath, [verifier, given, keysFile], { cwd: dir, env: {} }, (error, out, err) =>
      resolve({ code: error ? 1 : 0, out, err }),
    );
  });
async function fileOf(bytes: Buffer): Promise<string> {
  const file = join(dir, 'receipt.pdf');
  await writeFile(file, bytes);
  return file;
}
const address = () => addressIn(pdf);
const tokenInQrCode = () => tokenIn(pdf);
const tokenOfFile = () => pdf.toString('latin1').split('%beian-receipt ')[1]?.trim() ?? '';
const ask = (receipt: string) => as(platform, nobody).post('/api/public/receipts/verification', { receipt });

describe('a signed receipt', () => {
  it('is verified online and, with the public key alone, offline: number, status, organ and date, and nothing of unit or people', async () => {
    const facts = { number, status: 'completed', organ: { code: '440305', name: '深圳市公安局南山分局' } };
    const online = await json<ReceiptFacts>(await ask(tokenInQrCode()));
    expect(online).toMatchObject(facts);
    expect(address()).toMatch(new RegExp(`^http://localhost:8080/public/verify/${number}#receipt=`));

    const { code, out } = await verified(address());
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ ...online, issuer: 'http://localhost:8080', checked: 'qr-code' });

    const file = await verified(await fileOf(pdf));
    expect(file).toMatchObject({ code: 0 });
    expect(JSON.parse(file.out)).toMatchObject({ ...facts, checked: 'file' });
    const signed = `${Buffer.from(tokenInQrCode().split('.')[1] ?? '', 'base64url')}${file.out}`;
    for (const secret of ['海岸城', '91440300MA5FX1MP11', ...Object.values(named)]) {
      expect(signed).not.toContain(secret);
    }
  });

  it.each([
    ['a byte of the paper changed', (bytes: Buffer) => flipped(bytes, 400)],
    ['a byte of the signature changed', (bytes: Buffer) => flipped(bytes, bytes.length - 10)],
    ['something added at its end', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('%%EOF\n')])],
    ['its signature cut off', (bytes: Buffer) => bytes.subarray(0, bytes.indexOf('%beian-receipt '))],
    [
      'another page before its signature',
      (bytes: Buffer) =>
        Buffer.concat([Buffer.from('%PDF-1.3 forged\n'), bytes.subarray(bytes.lastIndexOf('%beian-receipt '))]),
    ],
  ])('is refused by the verifier with %s', async (_what, alter) => {
    const { code, out, err } = await verified(await fileOf(alter(Buffer.from(pdf))));
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/[一-龥].+ · [A-Z]/);
  });

  it('is refused online and offline when its words were changed or somebody else signed it', async () => {
    const [head, body = '', signature] = tokenInQrCode().split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as { sub: string };
    const changed = Buffer.from(JSON.stringify({ ...claims, sub: number.replace(/.$/, '0') })).toString('base64url');
    const { privateKey } = generateKeyPairSync('ed25519');
    const foreign = receiptSigner({
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      issuer: 'x',
    });
    const organ = { code: '440305', name: '深圳市公安局南山分局' };
    const registeredAt = new Date().toISOString();
    const forged = await foreign.sign({ number, status: 'completed', organ, registeredAt }, new Date());
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`;
    for (const receipt of [`${head}.${changed}.${signature}`, forged, unsigned, 'x']) {
      await expectProblem(await ask(receipt), { status: 422, code: 'receipt.invalid' });
      expect(await verified(receipt)).toMatchObject({ code: 1, out: '' });
    }
    // A file's signature is not that of a paper.
    expect(await verified(tokenOfFile())).toMatchObject({ code: 1 });
  });

  it('of a transfer is signed alike for both parties: its number, status, organ and date, at its beginning and at its end', async () => {
    const { id, accepted, recipient, number: given, person } = await awaitingRecipient(platform, holder);
    const receiptOf = async (actor: Filer, path: string) =>
      Buffer.from(await (await as(platform, actor).get(`${path}/${id}/receipt.pdf`)).arrayBuffer());
    const organ = { code: '440305', name: '深圳市公安局南山分局' };
    const check = async (paper: Buffer, status: string) => {
      expect(addressIn(paper)).toMatch(new RegExp(`/public/verify/${accepted}#receipt=`));
      const online = await json<ReceiptFacts>(await ask(tokenIn(paper)));
      expect(online).toMatchObject({ number: accepted, status, organ });
      for (const shown of [addressIn(paper), await fileOf(paper)]) {
        const { code, out } = await verified(shown);
        expect(code).toBe(0);
        expect(JSON.parse(out)).toMatchObject(online);
      }
      const signed = Buffer.from(tokenIn(paper).split('.')[1] ?? '', 'base64url').toString();
      for (const secret of ['海岸城', given, person.name, person.idNumber]) expect(signed).not.toContain(secret);
      expect(await verified(await fileOf(flipped(paper, 400)))).toMatchObject({ code: 1, out: '' });
    };
    await check(await receiptOf(holder, '/api/applications'), 'awaiting_recipient');
    await answered(platform, recipient, id, { accept: true });
    await settleOutcome(platform, id);
    await check(await receiptOf(holder, '/api/applications'), 'completed');
    await check(await receiptOf(recipient, '/api/transfers'), 'completed');
  });

  it('stays good when the key is replaced, as long as its public key is published', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const next = receiptSigner({ privateKey: pem, former: keys, issuer: 'http://localhost:8080' });
    expect(await next.verify(tokenInQrCode())).toMatchObject({ number });
    const file = join(dir, 'next-keys.json');
    await writeFile(file, JSON.stringify(next.keys));
    expect(await verified(await fileOf(pdf), file)).toMatchObject({ code: 0 });
    const without = receiptSigner({ privateKey: pem, issuer: 'http://localhost:8080' });
    await expect(without.verify(tokenInQrCode())).rejects.toMatchObject({ code: 'receipt.invalid' });
  });

  it('keeps the end of the file where readers look for it', () => {
    expect(pdf.length - pdf.lastIndexOf('%%EOF')).toBeLessThan(1024);
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes;
}
