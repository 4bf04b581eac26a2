const ENGLISH =
  /\babus(?:e|ive)\b|\bcompromis(?:e|ed)\b|\bunauthori[sz]ed (?:access|activit|use|usage|charge|transaction|log-?in|sign-?in|user|api|key)|\b(?:security|data) (?:incident|breach|event|investigation|violation)|\b(?:leak(?:ed|ing|age)?|expos(?:ed|ure)|stolen|lost)\b.{0,40}\b(?:keys?|credentials?|secrets?|passwords?|tokens?|data)\b|\b(?:keys?|credentials?|secrets?|passwords?|tokens?|data)\b.{0,40}\b(?:leak(?:ed|s|age)?|exposed|stolen)\b|\b(?:suspicious|irregular|fraudulent|malicious)\b|\bmalware\b|\bransomware\b|\bphishing\b|\bspam(?:ming)?\b|\bhack(?:ed|er|ing)?\b|\bintrusion\b|\bhijack|\bd?dos attack|\bdenial of service\b|\bpenetration[ -]test|\bpen[ -]?test|\bvulnerabilit|\bcve-\d{4}-|\bcrypto[ -]?min(?:er|ing)\b|\bfraud\b|\bforensic/;
const JAPANESE =
  /不正(?:な)?(?:アクセス|利用|使用|ログイン|請求|侵入|操作|アクティビティ)|乗っ取|漏洩|漏えい|漏れた|流出|セキュリティ(?:インシデント|侵害|事故|調査)|侵害|侵入|ペネトレーション|脆弱性|マルウェア|ランサムウェア|フィッシング|迷惑(?:行為|メール)|スパム|不審な|改ざん|改竄|悪用|サイバー攻撃|ddos|dos攻撃|abuse|アビューズ|なりすまし|詐欺/;

/** Whether a subject is about an attack, abuse, or secrets that got out. */
export function isSecuritySubject(subject: string): boolean {
  const text = subject.normalize('NFKC').toLowerCase();
  return ENGLISH.test(text) || JAPANESE.test(text);
}
