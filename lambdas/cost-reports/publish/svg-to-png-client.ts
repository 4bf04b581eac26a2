import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { type PictureFile, packedName } from '#lambdas/contracts/picture-files.ts';

/** Turns a picture into a PNG. Text is in Inter: what that font lacks is not drawn, so pictures name no stranger. */
export type SvgToPng = (svg: string) => Promise<Uint8Array>;

/** The renderer can be started once in a process, and is where a first picture needs it. */
let started: Promise<void> | undefined;

/** A renderer that reads its files where they are: beside the bundle by `readPacked`, elsewhere by another. */
export function svgToPng(read: (file: PictureFile) => Uint8Array = readPacked): SvgToPng {
  let font: Uint8Array | undefined;
  return async (svg) => {
    started ??= initWasm(new Uint8Array(read('resvg.wasm')));
    await started;
    font ??= read('inter.ttf');
    const options = { font: { fontBuffers: [font], loadSystemFonts: false, defaultFontFamily: 'Inter' } };
    const resvg = new Resvg(svg, options);
    const image = resvg.render();
    // Memory of the renderer is not garbage collected.
    resvg.free();
    const png = image.asPng();
    image.free();
    return png;
  };
}

function readPacked(file: PictureFile): Uint8Array {
  const folder = process.env['LAMBDA_TASK_ROOT'] ?? '.';
  return brotliDecompressSync(readFileSync(join(folder, packedName(file))));
}
