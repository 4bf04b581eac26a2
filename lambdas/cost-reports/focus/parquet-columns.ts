import type { FileMetaData, SchemaElement } from 'hyparquet';
import type { FocusCell } from '#lambdas/cost-reports/focus/focus-columns.ts';

/** The library makes floating numbers of decimals; as what they are stored as they stay exact. */
export function withoutDecimals(metadata: FileMetaData): FileMetaData {
  const schema = metadata.schema.map((element) => {
    if (element.converted_type !== 'DECIMAL') return element;
    const { converted_type: _, logical_type: __, ...stored } = element;
    return stored;
  });
  return { ...metadata, schema };
}

/** What a value of a column is as a cell. */
export function toCellOf({ converted_type, scale = 0 }: SchemaElement): (value: unknown) => FocusCell {
  if (converted_type !== 'DECIMAL') return (value) => (isCell(value) ? value : null);
  return (value) => (value === null || value === undefined ? null : `${unscaled(value)}E-${scale}`);
}

function unscaled(value: unknown): bigint {
  if (!(value instanceof Uint8Array)) return BigInt(value as number | bigint);
  const digits = value.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return BigInt.asIntN(value.length * 8, digits);
}

function isCell(value: unknown): value is FocusCell {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'object';
}
