import { soak } from '../tests/soak/soak.ts';
const [seed='1', portals='20', days='7', story=''] = process.argv.slice(2);
const t=process.cpuUsage();
const s = soak({ seed:+seed, portals:+portals, days:+days, ...(story?{tell:(l:string)=>console.log(l)}:{}) });
const u=process.cpuUsage(t);
console.log(s.figures.endings, s.figures.alarms, {...s.figures.requests, hours:0}, s.figures.life, s.flaws.length, s.flaws.slice(0,25));
console.log((u.user+u.system)/1e6,'s cpu', (u.user+u.system)/s.figures.requests.all,'us/request');
