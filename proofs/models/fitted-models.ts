/** QNN models at loss zero: each label is the prediction, which leaves the labels any real numbers in the range. */
import { type Field, type ModelSource, multiplyMatrices, traceMatrix } from '../../src/index.js';
import { qnnModels } from './qnn-models.js';

const scaled = qnnModels({ pure: true, measurement: 'scaled', labels: 'real', root: false });

export const fittedModels: ModelSource = {
  ...scaled,
  build: <T>(field: Field<T>, shape: Parameters<typeof scaled.build>[1], z: readonly T[]) => {
    const model = scaled.build(field, shape, z);
    const M = model.values.M![0]!;
    const y = model.values.ρ!.map((state) => [[traceMatrix(field, multiplyMatrices(field, state, M))]]);
    return { ...model, values: { ...model.values, y } };
  },
};
