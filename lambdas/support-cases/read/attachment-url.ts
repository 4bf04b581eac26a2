/** `downloadv1.attachments.support.us-east-1.amazonaws.com`: AWS says that the first word may change. */
const HOST = /^[a-z0-9-]+\.attachments\.support\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?$/;

/** The address of a file, where it is one of AWS Support's own; undefined where it leads elsewhere. */
export function attachmentUrl(text: string | undefined): URL | undefined {
  const url = URL.parse(text ?? '');
  const isOfSupport =
    url?.protocol === 'https:' && url.port === '' && url.username === '' && HOST.test(url.hostname);
  return isOfSupport ? url : undefined;
}
