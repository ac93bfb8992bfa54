"""What Redis does in one go with a record and the list of all records.

Each script gets the record and the list, then the milliseconds that the record stays, the moment at which it ends,
and fields with their values; an empty value removes a field.
"""
ADD = """if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
redis.call('HSET', KEYS[1], unpack(ARGV, 3))
redis.call('PEXPIRE', KEYS[1], ARGV[1])
redis.call('ZADD', KEYS[2], ARGV[2], KEYS[1])
return 1"""
WRITE = """if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
for at = 3, #ARGV, 2 do
  if ARGV[at + 1] == '' then redis.call('HDEL', KEYS[1], ARGV[at])
  else redis.call('HSET', KEYS[1], ARGV[at], ARGV[at + 1]) end
end
redis.call('PEXPIRE', KEYS[1], ARGV[1])
redis.call('ZADD', KEYS[2], ARGV[2], KEYS[1])
return 1"""
READ = """if redis.call('PEXPIRE', KEYS[1], ARGV[1]) == 0 then return {} end
redis.call('ZADD', KEYS[2], ARGV[2], KEYS[1])
return redis.call('HMGET', KEYS[1], unpack(ARGV, 3))"""
