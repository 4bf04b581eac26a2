/** An event pattern that EventBridge would refuse; the message says why. */
export class InvalidPattern extends Error {
  override name = 'InvalidPattern';
}
