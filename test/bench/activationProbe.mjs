import * as vscode from 'vscode';

/** Loaded by VS Code in the extension host: waits until it is quiet, activates one extension and says what it took. */
export async function run() {
  const extension = vscode.extensions.getExtension(process.env.CAIRN_BENCH_EXTENSION ?? '');
  if (!extension) throw new Error('The extension to measure is not installed.');
  await new Promise((done) => setTimeout(done, Number(process.env.CAIRN_BENCH_QUIET)));
  if (extension.isActive) throw new Error('The extension was active before anybody needed it.');
  const [wall, cpu] = [performance.now(), process.cpuUsage()];
  await extension.activate();
  const [wallMs, used] = [performance.now() - wall, process.cpuUsage(cpu)];
  console.log(`[bench] ${JSON.stringify({ wallMs, cpuMs: (used.user + used.system) / 1000 })}`);
}
