// The built server as its own process, with its own data folder, as somebody would run it.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './free-port.mjs';
import { repository } from './repository.mjs';

const project = join(repository, 'server', 'CoBrowse.Server');
const configuration = process.env.CONFIGURATION ?? 'Release';
const assembly = join(project, 'bin', configuration, 'net10.0', 'CoBrowse.Server.dll');
const startLimit = 60_000;

/** Builds the server and both TypeScript packages into it: what is measured is what the sources say now. */
function build() {
  console.log(`Building the server (${configuration})…`);
  const { status } = spawnSync('dotnet', ['build', project, '-c', configuration, '-v', 'quiet'], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The server could not be built.');
}

/** Starts the server on ports of its own. */
export async function startServer() {
  build();
  const data = await mkdtemp(join(tmpdir(), 'cobrowse-bench-'));
  const address = `http://localhost:${await freePort()}`;
  const portal = `http://localhost:${await freePort()}`;
  const settings = [
    `--urls=${address};${portal}`,
    `--DemoPortal:Address=${portal}`,
    `--Storage:Path=${data}`,
    '--Logging:LogLevel:Default=Warning',
  ];
  const child = spawn('dotnet', ['exec', assembly, ...settings], {
    cwd: project,
    env: { ...process.env, ASPNETCORE_ENVIRONMENT: 'Development' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      log = (log + text).slice(-20_000);
    });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
    await rm(data, { recursive: true, force: true });
  };
  const began = Date.now();
  for (;;) {
    const ready = await fetch(`${address}/health/ready`).catch(() => undefined);
    if (ready?.ok) return { address, portal, configuration, stop, log: () => log };
    if (child.exitCode !== null || Date.now() - began > startLimit) {
      await stop();
      throw new Error(`The server did not start:\n${log}`);
    }
    await wait(50);
  }
}
