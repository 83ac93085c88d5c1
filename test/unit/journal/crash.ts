import fs from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import type { Files } from '../../../src/journal/disk/files.ts';

/**
 * The real file system of a machine that goes down: `steps` operations are done, the next one and all that follow
 * fail. A write that is cut off leaves half of its bytes.
 */
export function goingDown(steps: number): { files: Files; wentDown: () => boolean } {
  let left = steps;
  let isDown = false;
  const around = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(_, key) {
        const value = Reflect.get(target, key, target);
        if (typeof value !== 'function') return value;
        return async (...args: unknown[]) => {
          if (key === 'close') return Reflect.apply(value, target, args);
          if (left-- <= 0) {
            if (!isDown && key === 'writeFile') await Reflect.apply(value, target, [half(args[0])]);
            isDown = true;
            throw Object.assign(new Error('the machine went down'), { code: 'EIO' });
          }
          const result = await Reflect.apply(value, target, args);
          return key === 'open' ? around(result as FileHandle) : result;
        };
      },
    });
  return { files: around(fs.promises as Files), wentDown: () => isDown };
}

const half = (data: unknown) => {
  const bytes = Buffer.from(data as Uint8Array | string);
  return bytes.subarray(0, bytes.length >> 1);
};
