import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { PICTURE_FILES, type PictureFile, packedName } from '#lambdas/contracts/picture-files.ts';

/** Files that functions read beside their bundle, by function: name and package that it comes from. */
export const FUNCTION_ASSETS: Record<string, Record<string, string>> = { 'cost-reports': PICTURE_FILES };

/** The files beside the bundle of a function, packed: Lambda counts a folder's size unpacked. */
export function packedAssets(name: string): { name: string; bytes: Uint8Array }[] {
  return Object.entries(FUNCTION_ASSETS[name] ?? {}).map(([file, origin]) => ({
    name: packedName(file),
    bytes: packed(readFileSync(fileURLToPath(import.meta.resolve(origin)))),
  }));
}

/** A file that pictures are drawn with, where nothing is bundled: on the command line and in tests. */
export function readInstalled(file: PictureFile): Uint8Array {
  return readFileSync(fileURLToPath(import.meta.resolve(PICTURE_FILES[file])));
}

/** Quality 11 would save a tenth more and take 25 times as long, at every synth. */
function packed(bytes: Uint8Array): Uint8Array {
  return brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
}
