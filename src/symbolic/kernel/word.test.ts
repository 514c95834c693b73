import { expect, test } from 'vitest';
import { form, SIGNATURE } from '../testing/theory.js';
import { exponentOf } from './term.js';
import { joinWords, letterOf, powerOfLetter, splitClosed, splitOpen, wordKey } from './word.js';

const letter = (name: string, ...at: string[]) => letterOf(SIGNATURE, name, at);
const bra = (name: string) => ({ ...letter(name), adjoint: true });

test('a junction of size 1 cuts an open word: v a† b v† has the number a†b inside', () => {
  const { open, closed } = splitOpen(SIGNATURE, [letter('v'), bra('u'), letter('u'), bra('v')]);
  expect([wordKey(open), closed.map(wordKey)]).toEqual(['v v†', ['u† u']]);
  const ends = splitOpen(SIGNATURE, [bra('u'), letter('v'), bra('v')]);
  expect([wordKey(ends.open), ends.closed.map(wordKey)]).toEqual(['v†', ['u† v']]);
  const outer = splitOpen(SIGNATURE, [letter('u'), bra('v')]);
  expect([wordKey(outer.open), outer.closed]).toEqual(['u v†', []]);
});

test('a closed word falls into its brackets, and a word without junction rotates to its least spelling', () => {
  expect(splitClosed(SIGNATURE, [letter('v'), bra('u'), letter('u'), bra('v')]).map(wordKey)).toEqual(['u† u', 'v† v']);
  expect(splitClosed(SIGNATURE, [letter('M'), letter('B'), letter('A')]).map(wordKey)).toEqual(['A M B']);
});

test('tr(v a† b v†) = (a†b)(v†v), and no less', () => {
  expect(form('tr(v u† A u v†)')).toBe(form('(u† A u) (v† v)'));
  expect(form('tr(u v†)')).toBe(form('v† u'));
  expect(form('tr(u v†)')).not.toBe(form('u† v'));
  expect(form('(u v†) (u v†)')).toBe(form('(v† u) u v†'));
  expect(form('tr(A u v†)^2')).toBe(form('tr(A u v† A u v†)'));
  expect(form('tr(A B)^2')).not.toBe(form('tr(A B A B)'));
});

test('traces are cyclic, not symmetric', () => {
  expect(form('tr(A B M)')).toBe(form('tr(M A B)'));
  expect(form('tr(A B A A)')).toBe(form('tr(A A A B)'));
  expect(form('tr(A A B A B)')).toBe(form('tr(A B A B A)'));
  expect(form('tr(A B M)')).not.toBe(form('tr(B A M)'));
  expect(form('tr(T† T)')).toBe(form('tr(T T†)'));
  expect(form('A B')).not.toBe(form('B A'));
  expect(form('tr(I)')).toBe(form('d'));
  expect(form('tr(I_m)')).not.toBe(form('tr(I)'));
});

test('symbolic powers join with equal neighbours only, from both sides and around a trace', () => {
  const k = exponentOf(0, [['k', 1]]);
  const power = powerOfLetter(SIGNATURE, letter('M'), k);
  expect(wordKey(joinWords([letter('M'), letter('M')], power))).toBe('M^(1k+2)');
  expect(wordKey(joinWords(power, [letter('A')]))).toBe('M^(1k+0) A');
  expect(form('M^k M^n')).toBe(form('M^(n+k)'));
  expect(form('M M A M^k')).not.toBe(form('A M^(k+2)'));
  expect(form('tr(M M A M^k)')).toBe(form('tr(A M^(k+2))'));
  expect(form('tr(M A M^k)')).toBe(form('tr(A M^(k+1))'));
  expect(form('A^k A†')).not.toBe(form('A^(k+1)'));
  expect(form('(A^k)†')).toBe(form('(A†)^k'));
  expect(form('M^k')).not.toBe(form('M^n'));
});
