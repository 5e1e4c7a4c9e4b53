#!/usr/bin/env node
// Checks a signed receipt of the filing platform (备案回执) without the platform. One file, no dependencies, Node 18 or newer:
//
//   curl -O https://<platform>/api/public/receipts/keys          once, kept as keys.json
//   node verify-receipt.mjs receipt.pdf keys.json                the file that was downloaded
//   node verify-receipt.mjs 'https://…/public/verify/…#receipt=…' keys.json     what a phone reads in the QR code
//
// Prints what was signed as JSON and ends with 0, or says what is wrong and ends with 1. It never asks a network: whether the filing
// was cancelled after the signature, only the register knows.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const mark = Buffer.from('\n%beian-receipt ');
const type = 'beian-receipt+jwt';

class Refusal extends Error {}
const refuse = (message) => {
  throw new Refusal(message);
};

/** What a signed token (JWS, RFC 7515, Ed25519 alone) says. */
function claimsOf(token, keys) {
  const [head, body, signature, ...more] = token.split('.');
  if (!head || !body || !signature || more.length > 0) refuse('签名格式不正确 · This is no signature of a receipt.');
  const { alg, kid, typ } = parsed(head);
  if (alg !== 'EdDSA' || typ !== type) refuse('签名类型不正确 · The signature is of another kind.');
  const key = keys.find((one) => one.kid === kid);
  if (!key) refuse(`公钥表中没有密钥 ${String(kid)} · The key ${String(kid)} is not among the public keys.`);
  const publicKey = createPublicKey({ key: { kty: key.kty, crv: key.crv, x: key.x }, format: 'jwk' });
  if (publicKey.asymmetricKeyType !== 'ed25519') refuse('公钥不是 Ed25519 · The public key is not an Ed25519 key.');
  const good = verify(null, Buffer.from(`${head}.${body}`), publicKey, Buffer.from(signature, 'base64url'));
  if (!good) refuse('签名无效，内容被改动过 · The signature does not hold: the receipt was altered or forged.');
  return parsed(body);
}

function parsed(part) {
  try {
    const value = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    if (value !== null && typeof value === 'object') return value;
  } catch {
    // Said below, with the other ways of being no token.
  }
  return refuse('签名格式不正确 · This is no signature of a receipt.');
}

/** A PDF ends with its signature, over every byte before it. */
function ofFile(bytes, keys) {
  const at = bytes.lastIndexOf(mark);
  if (at < 0) refuse('文件没有签名 · The file holds no signature.');
  const line = bytes.subarray(at + mark.length).toString('latin1');
  if (!/^[\w-]+\.[\w-]+\.[\w-]+\n$/.test(line)) refuse('签名之后还有内容 · Something was added behind the signature.');
  const claims = claimsOf(line.trimEnd(), keys);
  const digest = createHash('sha256')
    .update(bytes.subarray(0, at + 1))
    .digest('hex');
  if (claims.file !== digest) refuse('文件内容被改动过 · The file was altered after it was signed.');
  return claims;
}

/** The address in a QR code, or the token alone. */
function ofText(text, keys) {
  const token = /#receipt=([\w.-]+)$/.exec(text)?.[1] ?? text;
  const claims = claimsOf(token, keys);
  // Else the token of some PDF would vouch for a paper that it does not belong to.
  if (claims.file !== undefined)
    refuse('这是文件的签名，请核验文件 · This signature belongs to a file: check the file.');
  return claims;
}

function run([given, keysFile]) {
  if (!given || !keysFile) refuse('node verify-receipt.mjs <receipt.pdf | address in the QR code> <keys.json>');
  const { keys } = JSON.parse(readFileSync(keysFile, 'utf8'));
  const isFile = !/^https?:|^[\w-]+\.[\w-]+\.[\w-]+$/.test(given);
  const { sub, iss, iat, facts } = isFile ? ofFile(readFileSync(given), keys) : ofText(given, keys);
  const signedAt = new Date(iat * 1000).toISOString();
  return { number: sub, ...facts, signedAt, issuer: iss, checked: isFile ? 'file' : 'qr-code' };
}

try {
  process.stdout.write(`${JSON.stringify(run(process.argv.slice(2)), null, 2)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
