import type { Tick } from '../../growth/charts/types.ts';
import { languageTag } from '../words/language.ts';

/**
 * The months from the first of some times to now, as the ticks of a time axis.
 * @param times milliseconds since 1970; at least a month is shown, and at most ten years
 */
export function monthTicks(times: readonly number[], now: Date): { from: number; to: number; ticks: Tick[] } {
  const earliest = new Date(now.getFullYear() - 10, now.getMonth(), 1).getTime();
  const last = Math.min(Math.max(now.getTime(), ...times), now.getTime() + 86_400_000);
  const first = new Date(Math.max(earliest, Math.min(last, ...times)));
  const from = new Date(first.getFullYear(), first.getMonth(), 1);
  const ticks: Tick[] = [];
  for (let at = from; at.getTime() <= last; at = new Date(at.getFullYear(), at.getMonth() + 1, 1))
    ticks.push({ at: at.getTime(), label: '' });
  const isLong = ticks.length > 12;
  const format = new Intl.DateTimeFormat(languageTag(), {
    month: 'short',
    ...(isLong ? { year: '2-digit' } : {}),
  });
  return {
    ...{ from: from.getTime(), to: last },
    ticks: ticks.map(({ at }) => ({ at, label: format.format(new Date(at)) })),
  };
}
