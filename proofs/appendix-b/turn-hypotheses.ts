/** What is assumed of one turn e^{iθH}. */
import { assume } from '../../src/index.js';
import { definingTurn, turn } from './turn-notation.js';

export const turnGiven = {
  unitary: assume(turn, 'E is unitary', 'E E† = I', 'E† E = I'),
  norm: assume(turn, 'the norm of H is at most h: h² - H² has a root B', 'B† B = h^2 I - H H', 'h >= 0'),
  small: assume(turn, 'the norm of S is at most s', 's^2 I_D >= S S', 's >= 0'),
  motion: assume(
    turn,
    'E = e^{iθH} is differentiated to iEH, and T = VSV† and Q = x†Tx with it',
    'Edot = i E H',
    'Tdot = d/dt((E ⊗ E) S (E ⊗ E)†)',
    'Qdot = x† Tdot x',
  ),
  entry: assume(
    turn,
    'E = e^{iθH} is differentiated to iEH, and an entry of it with it',
    'Edot = i E H',
    'Gdot = Re(b† Edot a)',
  ),
  units: assume(turn, 'a and b are unit vectors', 'a† a = 1', 'b† b = 1'),
  unit: assume(turn, 'x is a unit vector', 'x† x = 1'),
  pair: definingTurn('J'),
  center: definingTurn('Yst'),
};
