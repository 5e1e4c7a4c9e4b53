// Runs under whatever Node (20 or newer) the machine has: installs the dependencies, among them Node 24, and hands over to it.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const modules = join(root, 'node_modules');
const node24 = join(modules, '.bin', 'node');
const lockFile = join(root, 'package-lock.json');
const stamp = join(modules, '.beian-installed');

if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(`Node ${process.versions.node} is too old: install Node 20 or newer (https://nodejs.org).`);
}
const [command, ...args] = process.argv.slice(2);
const entry = join(root, 'infra', 'local', 'src', `${command}.ts`);
if (command === undefined || !existsSync(entry)) fail(`There is no command "${command ?? ''}".`);

if (!installed()) await install();
await handOver();

function lockHash() {
  return createHash('sha256').update(readFileSync(lockFile)).digest('hex');
}

/** The dependencies of this very package-lock.json are in node_modules. */
function installed() {
  if (!existsSync(node24)) return false;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash()) return true;
  // npm writes this file at the end of every install
  const hidden = join(modules, '.package-lock.json');
  return existsSync(hidden) && statSync(hidden).mtimeMs >= statSync(lockFile).mtimeMs;
}

async function install() {
  const started = Date.now();
  const elapsed = () => `${Math.round((Date.now() - started) / 1000)} s`;
  process.stderr.write('Installing dependencies (npm ci) …\n');
  const timer = setInterval(() => process.stderr.write(`  still installing, ${elapsed()}\n`), 15_000);
  const npm = process.env['npm_execpath'];
  const flags = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const [program, ...rest] = npm === undefined ? ['npm', ...flags] : [process.execPath, npm, ...flags];
  const child = spawn(program, rest, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: npm === undefined && process.platform === 'win32',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve) => {
    child.once('error', (error) => {
      output += String(error);
      resolve(1);
    });
    child.once('close', resolve);
  });
  clearInterval(timer);
  if (code !== 0) {
    const full = output.includes('ENOSPC') ? 'The disk is full: ' : '';
    fail(`${full}npm ci did not succeed:\n${output.trim().split('\n').slice(0, 12).join('\n')}`);
  }
  if (!existsSync(node24))
    fail('npm ci left no Node 24 behind: are install scripts switched off (npm config get ignore-scripts)?');
  writeFileSync(stamp, lockHash());
  process.stderr.write(`  installed in ${elapsed()}\n`);
}

/** Runs the command on Node 24 with our terminal, our signals and, at the end, its exit code. */
async function handOver() {
  const child = spawn(node24, [entry, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'], // the channel tells the child when we are gone
    env: { ...process.env, PATH: [dirname(node24), process.env['PATH'] ?? ''].join(delimiter) },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // npm runs us in a shell that a SIGTERM ends without a word to us: when it is gone we stop
  const parent = process.ppid;
  if (process.env['npm_lifecycle_event'] !== undefined) {
    setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 1000).unref();
  }
  const [code, signal] = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (...how) => resolve(how));
  });
  process.exit(code ?? (signal === 'SIGINT' ? 130 : 1));
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
