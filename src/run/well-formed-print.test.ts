import { describe, expect, it } from 'vitest';
import type { Claim } from '../claim/claim.js';
import type { Erratum } from '../claim/erratum.js';
import { bound, corpus, rate, usesWrong, wrong } from '../engines/testing/toy-corpus.js';
import { requirePrintMarks } from './well-formed-print.js';

const marks = (...claims: Claim[]) => expect(() => requirePrintMarks({ ...corpus, claims }, 'c.js'));
const erratum: Erratum = { severity: 'false', printed: 'tr(ρM) = γ', change: 'it is at most γ', stepOf: ['rate'] };
const noted = (change: object) => marks(rate, { ...wrong, erratum: { ...erratum, ...change } as Erratum });

describe('an erratum', () => {
  it('stands on a printed claim', () => {
    noted({}).not.toThrow();
    noted({ stepOf: undefined }).not.toThrow();
    marks({ ...rate, erratum }).toThrow('c.js: rate: erratum: only a claim that is marked asPrinted has one');
  });

  it('has one of the severities', () => {
    const expected = 'expected misprint, wrong constant, missing hypothesis, wrong step, false';
    noted({ severity: 'typo' }).toThrow(`c.js: wrong: erratum: severity: ${expected}, got "typo"`);
    noted({ severity: undefined }).toThrow(`c.js: wrong: erratum: severity: ${expected}, got nothing`);
  });

  it('quotes in one line', () => {
    noted({ printed: '' }).toThrow('c.js: wrong: erratum: printed: expected one line of text, got ""');
    noted({ printed: 'a\nb' }).toThrow('c.js: wrong: erratum: printed: expected one line of text, got "a\\nb"');
    noted({ change: ' b' }).toThrow('c.js: wrong: erratum: change: expected one line of text, got " b"');
    noted({ change: undefined }).toThrow('c.js: wrong: erratum: change: expected one line of text, got nothing');
  });

  it('names each result once, and none but claims', () => {
    noted({ stepOf: 'rate' }).toThrow('c.js: wrong: erratum: stepOf: expected an array of ids, got "rate"');
    noted({ stepOf: ['lost'] }).toThrow('c.js: wrong: erratum: stepOf: lost is no claim');
    noted({ stepOf: ['wrong'] }).toThrow('c.js: wrong: erratum: stepOf: it is no step of itself');
    noted({ stepOf: ['rate', 'rate'] }).toThrow('c.js: wrong: erratum: stepOf: rate stands there twice');
  });
});

describe('another reading of a print', () => {
  it('is one of a printed claim, which has the erratum', () => {
    const reading = { ...rate, asPrinted: true, readingOf: 'wrong' };
    marks(reading, wrong).not.toThrow();
    marks(reading).toThrow('c.js: rate: readingOf wrong, which is no claim');
    marks({ ...reading, readingOf: 'rate' }).toThrow('c.js: rate: readingOf: it is itself what is printed');
    const both = 'c.js: rate: readingOf wrong: both have to be marked asPrinted';
    marks({ ...reading, asPrinted: false }, wrong).toThrow(both);
    marks(reading, { ...wrong, asPrinted: false }).toThrow(both);
    const second = { ...bound, asPrinted: true, readingOf: 'rate' };
    marks(reading, wrong, second).toThrow('c.js: bound: readingOf rate, which is a reading of wrong');
    marks({ ...reading, erratum: { ...erratum, stepOf: [] } }, wrong).toThrow(
      'c.js: rate: readingOf wrong, which has the erratum',
    );
  });
});

describe('a claim that proves more than the print', () => {
  it('is one from which the printed claim follows', () => {
    const sharper = { ...rate, sharpens: 'bound' };
    marks(sharper, { ...bound, asPrinted: true, uses: ['rate'] }).not.toThrow();
    marks(sharper, { ...bound, asPrinted: true, uses: ['uses-wrong'] }, { ...usesWrong, uses: ['rate'] }).not.toThrow();
    marks(sharper, { ...bound, asPrinted: true }).toThrow('c.js: rate: sharpens bound, whose proof does not use it');
    marks(sharper, { ...bound, uses: ['rate'] }).toThrow('c.js: rate: sharpens bound, which is not marked asPrinted');
    marks(sharper).toThrow('c.js: rate: sharpens bound, which is no claim');
    marks({ ...rate, sharpens: 'rate' }).toThrow('c.js: rate: sharpens itself');
  });
});
