/** QNN models whose measurement is γ times another one, A. */
import { type Field, type ModelSource, scaleMatrix } from '../../src/index.js';
import { qnnModels } from './qnn-models.js';

const scaled = qnnModels({ pure: false, measurement: 'scaled', labels: 'signs', root: false });

export const scaledStartModels: ModelSource = {
  ...scaled,
  build: <T>(field: Field<T>, shape: Parameters<typeof scaled.build>[1], z: readonly T[]) => {
    const model = scaled.build(field, shape, z);
    const [M0, γ] = [model.values.M0![0]!, model.values.γ![0]![0]![0]!];
    return { ...model, values: { ...model.values, A: [scaleMatrix(field, field.inverse(γ), M0)] } };
  },
};
