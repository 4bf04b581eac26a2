/** CloudFormation calls few types otherwise than AWS Config does. */
const OTHERWISE: Record<string, string> = {
  'AWS::CertificateManager::Certificate': 'AWS::ACM::Certificate',
  'AWS::DynamoDB::GlobalTable': 'AWS::DynamoDB::Table',
  'AWS::OpenSearchService::Domain': 'AWS::OpenSearch::Domain',
};

/** The type under which AWS Config records what CloudFormation makes as another. */
export function configTypeOf(cloudFormationType: string): string {
  return Object.hasOwn(OTHERWISE, cloudFormationType)
    ? (OTHERWISE[cloudFormationType] ?? cloudFormationType)
    : cloudFormationType;
}
