import { Stage } from "/work/main/src/course/exercises/02-cpu/meaning/stage";
const s=new Stage();
const t=(n:string,r:unknown,e:any="late")=>{const a=Date.now();let o:string;try{o=JSON.stringify(s.outcome(r,{x0:1n,x1:0x8010n} as any,e),(_,v)=>typeof v==="bigint"?`${v}`:v).slice(0,150)}catch(x){o="THROWN "+(x as Error).constructor.name+" "+(x as Error).message.slice(0,100)}console.log(n,Date.now()-a,"ms",Math.round(process.memoryUsage().rss/2**20),"MiB",o)};
it("x",function(){this.timeout(100000);
const name="n".repeat(100);
for (const levels of [8,9]) {
const a2:any[]=[["constant",1n],["let",name,{at:0}]];
for(let i=0;i<levels;i++) a2.push(["add",64,{at:a2.length-1},{at:a2.length-1}]);
const b2=a2.length-1;
while(a2.length<1000) a2.push(["and",{at:b2},{at:b2}]);
t("names",{asked:a2});
const a4=a2.slice(0,b2+1); while(a4.length<1000) a4.push(["writeX",0,64,{at:b2}]);
t("loads late",{asked:a4});
}
});
