import { parseArgs } from 'node:util';
import { startGitHubServer } from './server.ts';

/* Prints one line, the base address, and serves until it is stopped. */

// Read before the address is printed: whoever reads that line may be gone a moment later.
const parent = process.ppid;
const { values } = parseArgs({
  options: { data: { type: 'string' }, port: { type: 'string' }, viewer: { type: 'string' } },
});
const port = Number(values.port ?? 0);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`--port takes a number from 0 to 65535, not ${values.port}`);
  process.exit(2);
}
try {
  const server = await startGitHubServer({ data: values.data, port, viewer: values.viewer });
  console.log(server.url);
  const stop = () => void server.close().then(() => process.exit(0));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  // Stopping npm ends the shell that it started, and not what runs in that shell: notice that it is gone.
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && stop(), 250).unref();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
