import { join } from 'node:path';
import { type PythonServer, startPythonServer } from '#test/conformance/python-server.ts';
import { WORKSHOP } from '#test/conformance/synthesize-assembly.ts';

/** Starts moto, which has AWS Organizations and service-managed StackSets. */
export function startMoto(programs: string): Promise<PythonServer> {
  return startPythonServer({
    name: 'moto',
    program: join(programs, 'moto_server'),
    args: (port) => ['-H', '127.0.0.1', '-p', String(port)],
    home: join(WORKSHOP, 'moto'),
    page: '/moto-api/',
  });
}
