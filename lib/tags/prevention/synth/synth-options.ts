/** `level`: a warning lets synth succeed. Without it, an error. */
export type SynthOptions = { level?: 'error' | 'warning' };
