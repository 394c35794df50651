import Glibc

/// The format that this run is about: one run of the fuzzer, one format.
private let target = unsafe getenv("NIANBAO_FUZZ_FORMAT").flatMap { FuzzTarget(rawValue: unsafe String(cString: $0)) }

/// What libFuzzer calls with each input that it makes.
@_cdecl("LLVMFuzzerTestOneInput")
package func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard let target else { fatalError("NIANBAO_FUZZ_FORMAT names no format") }
    target.run(unsafe Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
