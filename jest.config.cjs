// NestJS 12 packages are ESM-only and Jest's own module loader cannot require() them below Node 24.9,
// so @nestjs/* is compiled to CommonJS together with our code (docs/adr/0001).
const swc = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
  },
  module: { type: 'commonjs' },
};

module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test', '<rootDir>/freeswitch', '<rootDir>/scripts', '<rootDir>/portal/src'],
  testMatch: ['**/*.spec.ts'],
  moduleFileExtensions: ['ts', 'js', 'json'],
  transform: { '^.+\\.[cm]?[tj]s$': ['@swc/jest', swc] },
  transformIgnorePatterns: ['/node_modules/(?!@nestjs/|openid-client/|oauth4webapi/|jose/)'],
  // a worker that has run many specs holds what they loaded
  workerIdleMemoryLimit: '1GB',
  globalTeardown: '<rootDir>/test/setup/stop-services.ts',
  // for what hangs; a machine that is slow today makes nothing wrong
  testTimeout: 900_000,
};
