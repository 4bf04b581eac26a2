/**
 * What pictures are drawn with: the renderer and the one font that their text is in. Each is a file of an
 * installed package, by its specifier, and travels compressed beside the bundle of a function that draws.
 */
export const PICTURE_FILES = {
  'resvg.wasm': '@resvg/resvg-wasm/index_bg.wasm',
  'inter.ttf': '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
} as const;
export type PictureFile = keyof typeof PICTURE_FILES;

/** The name of a file beside a bundle. */
export function packedName(file: string): string {
  return `${file}.br`;
}
