/** No pair. */
export const never = -1;

/**
 * Gives as many rows as possible a column, and of all ways to do so one with the most points: successive shortest
 * augmenting paths with dual prices, as in R. Jonker and A. Volgenant, "A shortest augmenting path algorithm for dense and
 * sparse linear assignment problems" (Computing 38, 1987), in the form of D. F. Crouse, "On implementing 2D rectangular
 * assignment algorithms" (IEEE TAES 52, 2016). Changed so that a column takes several rows, without a copy of it for each
 * place, and a row may stay without one. Of several best ways always the same one, by the order of rows and columns.
 * @param points a row after the other, whole numbers from 0 on, or `never`
 * @param places how many rows each column takes
 * @returns for each row its column, or `never`
 */
export function assign(points: Int32Array, rows: number, places: readonly number[]): Int32Array {
  const columns = places.length;
  const most = points.reduce((top, one) => Math.max(top, one), 0);
  // To stay without a column costs more than whatever all other rows could win by it.
  const alone = (most + 1) * (rows + 1);
  const columnOf = new Int32Array(rows).fill(never);
  const rowsOf: number[][] = places.map(() => []);
  const [rowPrice, columnPrice] = [new Float64Array(rows), new Float64Array(columns)];
  const [shortest, from] = [new Float64Array(columns), new Int32Array(columns)];
  const isDone = new Uint8Array(columns);

  for (let first = 0; first < rows; first++) {
    shortest.fill(Number.POSITIVE_INFINITY);
    isDone.fill(0);
    const scanned: number[] = [];
    let reached = 0;
    let leaves = { row: never, length: Number.POSITIVE_INFINITY };
    let end = never;
    const scan = (row: number) => {
      const base = reached - rowPrice[row]!;
      if (base + alone < leaves.length) leaves = { row, length: base + alone };
      for (let column = 0, at = row * columns; column < columns; column++, at++) {
        if (isDone[column] === 1 || points[at]! < 0) continue;
        const length = base + (most - points[at]!) - columnPrice[column]!;
        if (length < shortest[column]!) {
          shortest[column] = length;
          from[column] = row;
        }
      }
    };
    scan(first);
    for (;;) {
      let next = never;
      let length = Number.POSITIVE_INFINITY;
      for (let column = 0; column < columns; column++) {
        if (isDone[column] === 1 || places[column]! === 0) continue;
        if (shortest[column]! < length) {
          length = shortest[column]!;
          next = column;
        }
      }
      if (next === never || leaves.length < length) {
        reached = leaves.length;
        break;
      }
      reached = length;
      if (rowsOf[next]!.length < places[next]!) {
        end = next;
        break;
      }
      isDone[next] = 1;
      scanned.push(next);
      for (const row of rowsOf[next]!) scan(row);
    }
    rowPrice[first]! += reached;
    for (const column of scanned) {
      const won = reached - shortest[column]!;
      columnPrice[column]! -= won;
      for (const row of rowsOf[column]!) rowPrice[row]! += won;
    }
    // Back along the path: each row takes the column in which it was found the next one.
    let column = end;
    if (end === never) column = moveOut(leaves.row);
    while (column !== never) {
      const row = from[column]!;
      const before = row === first ? never : moveOut(row);
      columnOf[row] = column;
      rowsOf[column]!.push(row);
      column = before;
    }
  }
  return columnOf;

  function moveOut(row: number): number {
    const column = columnOf[row]!;
    columnOf[row] = never;
    if (column !== never) rowsOf[column] = rowsOf[column]!.filter((one) => one !== row);
    return column;
  }
}

/**
 * The columns in which one more place would give one more row a column: those that a row without one reaches over the
 * rows that stand in its way. Of a way that `assign` found.
 */
export function wouldHelp(
  row: number,
  { points, columns, columnOf }: { points: Int32Array; columns: number; columnOf: Int32Array },
): Set<number> {
  const found = new Set<number>();
  const seen = new Set([row]);
  const rowsOf = Map.groupBy(columnOf.keys(), (one) => columnOf[one]!);
  for (const one of seen)
    for (let column = 0; column < columns; column++) {
      if (found.has(column) || points[one * columns + column]! < 0) continue;
      found.add(column);
      for (const other of rowsOf.get(column) ?? []) seen.add(other);
    }
  return found;
}
