import { type ComplexMatrix, zeros } from '../numeric/complex-matrix.js';
import { child, has, mismatch, type Place, readArray, readNumber, readObject, reject } from './json-place.js';
import type { Complaint } from './matrix-complaints.js';

/** A d x d matrix `{ "re": [[...]], "im": [[...]] }`. */
export function readMatrix(place: Place, d: number): ComplexMatrix {
  readObject(place, ['re'], ['im']);
  return readParts(place, d, 'matrix');
}

/** A vector of length d (d x 1) or a d x d matrix, whichever the nesting of `re` says. */
export function readVectorOrMatrix(place: Place, d: number): ComplexMatrix {
  readObject(place, ['re'], ['im']);
  const { value } = child(place, 're');
  return readParts(place, d, Array.isArray(value) && Array.isArray(value[0]) ? 'matrix' : 'vector');
}

/** Turns a complaint about a matrix into the line that names its place. */
export function rejectComplaint(place: Place, complaint: Complaint | null): void {
  if (complaint === null) return;
  const shown = complaint.part !== null && has(place, complaint.part) ? child(place, complaint.part) : place;
  reject(shown, complaint.text);
}

/** A flat list of `length` numbers. */
export function readNumbers(place: Place, length: number, reason: string): Float64Array {
  const expected = `${count(length, 'number')} (${reason})`;
  const { value } = place;
  if (!Array.isArray(value) || value.length !== length) mismatch(place, expected);
  // Files hold millions of numbers: a place is made only for those that are not plain.
  return Float64Array.from(value, (x: unknown, i) =>
    typeof x === 'number' && Number.isFinite(x)
      ? x
      : readNumber({ file: place.file, path: `${place.path}[${i}]`, value: x }),
  );
}

function readParts(place: Place, d: number, kind: 'vector' | 'matrix'): ComplexMatrix {
  const a = zeros(d, kind === 'vector' ? 1 : d);
  readPart(child(place, 're'), kind, d, a.re);
  if (has(place, 'im')) readPart(child(place, 'im'), kind, d, a.im);
  return a;
}

function readPart(place: Place, kind: 'vector' | 'matrix', d: number, target: Float64Array): void {
  if (kind === 'vector') {
    target.set(readNumbers(place, d, 'one for each dimension'));
    return;
  }
  const expected = `${count(d, 'row')} of ${count(d, 'number')}`;
  const rows = readArray(place, expected);
  if (rows.length !== d) mismatch(place, expected);
  rows.forEach((row, i) => {
    target.set(readNumbers(row, d, `a row of a ${d}x${d} matrix`), i * d);
  });
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
