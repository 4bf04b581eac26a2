import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const ENTRY = join(import.meta.dirname, 'page/main.js');

/** The script of the archive as one text, with the search of the command line in it. */
export function bundlePage(): string {
  const { outputFiles } = buildSync({
    entryPoints: [ENTRY],
    bundle: true,
    minify: true,
    write: false,
    platform: 'browser',
    format: 'esm',
    target: 'es2024',
    charset: 'utf8',
    legalComments: 'none',
    // MiniSearch asks that its licence goes with it, and does not carry it in its code.
    banner: { js: `/* MiniSearch\n${licenceOf('minisearch')}*/` },
    logLevel: 'warning',
  });
  return outputFiles.map(({ text }) => text).join('');
}

/** Its code lies some folders below its licence. */
function licenceOf(name: string): string {
  const [folder = ''] = fileURLToPath(import.meta.resolve(name)).split(join(name, 'dist'));
  return readFileSync(join(folder, name, 'LICENSE.txt'), 'utf8');
}
