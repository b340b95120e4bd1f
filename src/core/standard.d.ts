// The one web standard that the pure rooms use beside ECMAScript. Nothing else of the DOM or of Node is declared
// here, so that the compiler refuses a clock, a timer or a socket in them.
declare class URL {
  constructor(url: string, base?: string);
  readonly protocol: string;
  readonly hostname: string;
  readonly host: string;
  readonly port: string;
  readonly pathname: string;
  readonly search: string;
  readonly origin: string;
  readonly href: string;
  readonly username: string;
  readonly password: string;
}
