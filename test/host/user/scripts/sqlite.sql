create table t (a integer primary key, b text, c real);
with recursive n(i) as (select 1 union all select i + 1 from n where i < 100)
  insert into t select i, 'r' || (i % 5), i / 7.0 from n;
select b, count(*), sum(c), avg(a) from t group by b order by b;
create index x on t(b);
select a from t where b = 'r3' order by c desc limit 3;
select printf('%.15g', 1.0 / 3), 9223372036854775807 + 1, round(2.675, 2), upper('x'), 5 / 2, 5 % 3, 1e3;
select json_extract('{"a":[1,2]}', '$.a[1]'), hex('abc'), date(0, 'unixepoch'), like('a%', 'ABC');
