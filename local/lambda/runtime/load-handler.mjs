import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Finds `folder/file.export` under the task root; runs the module's top level. */
export async function loadHandler(taskRoot, handler) {
  const [, file, exported] = /^((?:.*\/)?[^.]*)\.(.+)$/.exec(handler) ?? [];
  const path = ['.js', '.mjs', '.cjs']
    .map((ending) => join(taskRoot, file + ending))
    .find((path) => existsSync(path));
  if (!path) throw named('Runtime.ImportModuleError', `Cannot find module '${file}'`);
  const module = await import(pathToFileURL(path).href);
  const found = module[exported] ?? module.default?.[exported];
  if (typeof found !== 'function')
    throw named('Runtime.HandlerNotFound', `${handler} is undefined or not exported`);
  return found;
}

function named(name, message) {
  return Object.assign(new Error(message), { name });
}
