/**
 * Stands in a bundle for what a function never reaches: the credential providers for profiles, SSO, web
 * identity, processes, console login, containers and instances (Lambda hands its credentials over in the
 * environment), and event streams, which no operation in use has. Together a quarter of the bundle.
 */
function leftOut(): never {
  throw new Error('Left out of the bundle by lib/platform/bundle-functions.ts');
}

export const EventStreamSerde = leftOut;
/** Called by the constructor of the S3 client, which else has no event streams here. */
export const resolveEventStreamSerdeConfig = <Config>(config: Config): Config => config;
export const eventStreamSerdeProvider = leftOut;
export const fromContainerMetadata = leftOut;
export const fromHttp = leftOut;
export const fromIni = leftOut;
export const fromInstanceMetadata = leftOut;
export const fromLoginCredentials = leftOut;
export const fromProcess = leftOut;
export const fromSSO = leftOut;
export const fromTokenFile = leftOut;
export const fromWebToken = leftOut;
export const isSsoProfile = leftOut;
export const validateSsoProfile = leftOut;
