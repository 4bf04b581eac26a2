import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const VENV = '.conformance/venv/bin/python';
/** The Python that the conformance tests made, or the system's. */
export const PYTHON = existsSync(VENV) ? VENV : 'python3';

/** The version of a module of Python; undefined where there is none. */
export function pythonModule(name: string): string | undefined {
  const script = `import ${name}; print(getattr(${name}, '__version__', 'of Python'))`;
  const { status, stdout } = spawnSync(PYTHON, ['-c', script], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}
