/** The shape of an instance: its regime and its sizes. */
export const shapeText = (shape: Readonly<Record<string, unknown>>): string =>
  Object.entries(shape)
    .map(([key, value]) => (key === 'regime' ? String(value) : `${key} = ${value}`))
    .join(', ');
