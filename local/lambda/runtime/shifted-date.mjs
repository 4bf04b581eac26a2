import timersPromises from 'node:timers/promises';

const MachineDate = Date;
const machineNow = MachineDate.now;
const { setTimeout: machineTimeout } = globalThis;
const { setTimeout: machineSleep } = timersPromises;
let zero = machineNow();
let start = zero;
let pace = 1;

/** From now on `Date` is so many milliseconds ahead of the machine's clock and runs `speed` times as fast. */
export function shiftDate(milliseconds, speed) {
  zero = machineNow();
  start = zero + milliseconds;
  pace = speed;
}

/** Lets waits pass at the speed of the shifted clock; `performance` and sockets keep the machine's time. */
export function scaleTimers() {
  globalThis.setTimeout = Object.assign(
    (callback, delay, ...args) => machineTimeout(callback, delay / pace, ...args),
    machineTimeout,
  );
  timersPromises.setTimeout = (delay, ...args) => machineSleep(delay / pace, ...args);
}

MachineDate.now = () => Math.round(start + (machineNow() - zero) * pace);

globalThis.Date = new Proxy(MachineDate, {
  apply: () => new MachineDate(MachineDate.now()).toString(),
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [MachineDate.now()] : args, newTarget),
});
MachineDate.prototype.constructor = globalThis.Date;
