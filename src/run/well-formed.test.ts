import { describe, expect, it } from 'vitest';
import { chain } from '../claim/chain.js';
import type { Claim } from '../claim/claim.js';
import { bound, corpus, rate } from '../engines/testing/toy-corpus.js';
import { toyLaw } from '../engines/testing/toy-law.js';
import { toyModels } from '../engines/testing/toy-theory.js';
import { requireConnected, requireReadable } from './well-formed.js';

const reading = (...claims: Claim[]) => expect(() => requireReadable({ ...corpus, claims }, 'c.js'));

describe('a corpus that can be read', () => {
  it('is ours', () => {
    expect(() => requireReadable(corpus, 'c.js')).not.toThrow();
  });

  it('has statements and wrong variants that parse', () => {
    reading({ ...rate, statement: 'ŷ = q' }).toThrow('c.js: rate: "ŷ = q": q is not declared in this theory');
    reading({ ...rate, mutants: [{ name: 'typo', statement: 'ŷ = = γ' }] }).toThrow('c.js: rate: "ŷ = = γ": expected');
  });

  it('runs every law: a second one of the same name would be reported, but the first run twice', () => {
    reading({ ...rate, laws: [toyLaw, { ...toyLaw, about: 'another' }] }).toThrow(
      'c.js: rate: two laws are called toy/squares',
    );
  });

  it('has one meaning for a name that a proof may cite', () => {
    reading(rate, { ...bound, uses: ['rate'], given: { ...bound.given, rate: rate.given.pure! } }).toThrow(
      'c.js: bound: a hypothesis has the name of rate, which is a claim that it uses',
    );
  });

  it('puts barriers on hypotheses that are there', () => {
    const region = { quantity: 'γ', bound: 'γ', falls: chain('γ'), models: toyModels };
    const barrier = { ...region, inside: 'pure', outside: 'lost' };
    const statement = { kind: 'exponential', loss: 'ŷ', rate: 'γ', barrier } as const;
    reading({ ...rate, statement }).toThrow('c.js: rate: ŷ: no velocity is declared for it');
  });

  it('repairs something else', () => {
    expect(() => requireConnected({ ...corpus, claims: [{ ...rate, repairs: 'rate' }] }, 'c.js')).toThrow(
      'c.js: rate repairs itself',
    );
  });
});
