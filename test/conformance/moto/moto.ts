import { join } from 'node:path';
import { type PythonServer, startPythonServer } from '#test/conformance/python-server.ts';
import { WORKSHOP } from '#test/conformance/synthesize-assembly.ts';

/** Starts moto, which has AWS Organizations, service-managed StackSets, S3, and answers of Cost Explorer that it was given. */
export function startMoto(programs: string): Promise<PythonServer> {
  return startPythonServer({
    name: 'moto',
    program: join(programs, 'moto_server'),
    args: (port) => ['-H', '127.0.0.1', '-p', String(port)],
    home: join(WORKSHOP, 'moto'),
    page: '/moto-api/',
  });
}
