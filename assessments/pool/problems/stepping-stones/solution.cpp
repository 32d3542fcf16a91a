// A function with a memory, from each place forwards to the far bank.
#include <array>
#include <iostream>
#include <vector>

using namespace std;

const long long MODULUS = 1000000007;
int n, m;
vector<bool> loose;
vector<array<long long, 2>> known;

long long ways(int place, int tired) {
    if (place == n + 1) return 1;
    if (place > n + 1 || loose[place]) return 0;
    long long &result = known[place][tired];
    if (result >= 0) return result;
    result = ways(place + 1, 0) + ways(place + 2, 0) + (tired ? 0 : ways(place + 3, 1));
    return result %= MODULUS;
}

int main() {
    cin >> n >> m;
    loose.resize(n + 2);
    known.assign(n + 2, {-1, -1});
    while (m--) {
        int place;
        cin >> place;
        loose[place] = true;
    }
    cout << ways(0, 0) << '\n';
}
